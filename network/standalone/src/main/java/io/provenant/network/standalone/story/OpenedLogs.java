package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.util.List;

/** Chapter: the exchange opens a log for its trade records and one for lineage, each approved by another organisation. */
final class OpenedLogs {

    static final String OPERATOR = "exchange-gateway";

    private final Stage stage;

    OpenedLogs(Stage stage) {
        this.stage = stage;
    }

    /** Tells it; returns once the gateway takes records in. */
    void tell() {
        stage.narrator().chapter("The exchange opens its logs");
        for (JsonObject log : logs()) {
            open(log);
            stage.narrator().held("%s is open, approved by the regulator", log.text("origin"));
        }
        stage.awaitUntil("the exchange's logs are open", () -> logs().stream().allMatch(log -> log.flag("open")));
    }

    private List<JsonObject> logs() {
        return stage.read(OPERATOR, "/logs").objects("items");
    }

    private void open(JsonObject log) {
        String origin = log.text("origin");
        String place = origin.substring(origin.lastIndexOf('/') + 1);
        JsonObject key = JsonObject.empty()
                .with("keyEpoch", 1)
                .with("alg", log.text("alg"))
                .with("publicKey", log.text("publicKey"))
                .with("fromSize", 0);
        JsonObject body = JsonObject.empty()
                .with("origin", origin)
                .with("ownerId", "pty-exchange")
                .with("purpose", place.startsWith("trade") ? "TRADE" : "LINEAGE")
                .with("shard", 0)
                .with("maxDelayS", 60)
                .withObjects("keys", List.of(key))
                .withObjects("witnessKeys", List.of())
                .withTexts("approverIds", List.of("pty-cac"));
        stage.approve("regulator-officer", "log:open", body);
        stage.send(OPERATOR, "log:open", body);
    }
}
