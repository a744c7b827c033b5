package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Chapter: the regulator asks its own gateway who did what, when, in whose name, and what it changed. */
final class AuditTrail {

    private static final String READER = "regulator-officer";
    private static final int SHOWN = 4;
    private static final List<String> COLUMNS = List.of("txId", "block", "mspId", "time", "command", "key", "changes");

    private final Stage stage;

    AuditTrail(Stage stage) {
        this.stage = stage;
    }

    /** Tells it. */
    void tell(String versionId, String partyId, String origin, String decisionId) {
        stage.narrator().chapter("The regulator asks for the audit trails");
        trail("version", versionId);
        trail("party", partyId);
        trail("origin", origin);
        trail("decision", decisionId);
    }

    private void trail(String about, String id) {
        List<JsonObject> rows = new ArrayList<>();
        String path = "/audit?" + about + "=" + Gateway.segment(id);
        JsonObject page = stage.read(READER, path);
        long height = page.integer("height");
        rows.addAll(page.objects("items"));
        while (page.has("next")) {
            page = stage.read(READER, path + "&cursor=" + Gateway.segment(page.text("next")));
            rows.addAll(page.objects("items"));
        }
        stage.narrator()
                .require(
                        !rows.isEmpty()
                                && rows.stream()
                                        .allMatch(row -> COLUMNS.stream().allMatch(row::has)),
                        "%s %s: %d rows, as of block %d",
                        about,
                        id,
                        rows.size(),
                        height);
        rows.stream().limit(SHOWN).forEach(this::show);
        if (rows.size() > SHOWN) {
            stage.narrator().remark("… and %d more", rows.size() - SHOWN);
        }
    }

    private void show(JsonObject row) {
        stage.narrator()
                .remark(
                        "block %d  tx %s…  %s  %s %s as %s  %s: %s",
                        row.integer("block"),
                        row.text("txId").substring(0, 8),
                        row.text("time"),
                        row.text("mspId"),
                        row.optionalText("partyId").orElse("-"),
                        row.optionalText("role").orElse("-"),
                        row.text("command"),
                        changes(row));
    }

    private static String changes(JsonObject row) {
        List<String> fields = row.objects("changes").stream()
                .map(change -> change.text("field"))
                .toList();
        String named = String.join(", ", fields.subList(0, Math.min(3, fields.size())));
        return row.text("fact") + (fields.isEmpty() ? "" : " (" + named + (fields.size() > 3 ? ", …" : "") + ")");
    }
}
