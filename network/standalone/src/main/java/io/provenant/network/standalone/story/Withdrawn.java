package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.gateway.consent.ConsentReceipt;
import java.nio.charset.StandardCharsets;

/**
 * Chapter: one of the 5,000 withdraws with the key in his receipt. Every decision that follows sees it, on every version
 * that rests on it, and one that was endorsed before and kept back dies.
 */
final class Withdrawn {

    private static final String CARRIER = "association-gateway";

    private final Stage stage;
    private final HeldTransactions client;
    private final Uses uses;

    Withdrawn(Stage stage, HeldTransactions client) {
        this.stage = stage;
        this.client = client;
        this.uses = new Uses(stage);
    }

    /** Tells it. */
    void tell(HealthData.Published data, PartySigner vendor) {
        stage.narrator().chapter("One person withdraws");
        JsonObject raced = rawFile(vendor, data.original());
        stage.carry(HealthData.CARRIER, vendor, "usage:request", raced);
        JsonObject decide = JsonObject.empty().with("requestId", raced.text("requestId"));
        HeldTransactions.Held permit = client.endorse("usage:decide", decide, vendor.sign("usage:decide", decide));
        stage.narrator().held("a clumsy client has a permit endorsed, and keeps it in its pocket");
        JsonObject written = stage.send(
                        CARRIER, "consent:withdraw", receipt(data).withdrawal())
                .json();
        stage.narrator()
                .held(
                        "withdrawn with the receipt's own key, through the association's gateway: %d keys written",
                        written.objects("writes").size());
        String code = permit.order();
        stage.narrator()
                .require(
                        code.equals("PHANTOM_READ_CONFLICT"),
                        "the permit from before is ordered now, and fails validation: %s",
                        code);
        uses.denied(
                uses.decide(vendor, raced.text("requestId")),
                "the same request, decided now, on the original",
                "REVOCATION_OPEN");
        uses.denied(
                uses.ask(vendor, rawFile(vendor, data.deidentified())),
                "a request for the version derived from it",
                "REVOCATION_OPEN");
        JsonObject inside = uses.ask(vendor, uses.training(vendor, data.deidentified()));
        uses.permitted(inside, "inside a trusted environment the use goes on");
        stage.narrator()
                .require(
                        inside.objects("duties").stream()
                                .anyMatch(duty -> duty.text("kind").equals("APPLY_EXCLUSION_LIST")),
                        "but only without that person: duty APPLY_EXCLUSION_LIST");
        JsonObject again = stage.send(CARRIER, "consent:withdraw", receipt(data).withdrawal())
                .json();
        stage.narrator()
                .require(
                        again.object("answer").equals(written.object("answer"))
                                && again.objects("writes").isEmpty(),
                        "withdrawn again: same answer, nothing written");
    }

    private JsonObject rawFile(PartySigner vendor, String versionId) {
        return uses.training(vendor, versionId).with("deliveryMode", "RAW_FILE").with("outputForm", "ROW");
    }

    private ConsentReceipt receipt(HealthData.Published data) {
        JsonObject question =
                JsonObject.empty().with("subjectRef", data.person()).with("reasonCode", "SUBJECT_ASKED");
        JsonObject receipt = stage.gatewayOf(HealthData.CARRIER)
                .postJson(HealthData.CARRIER, "/consents/sets/" + data.consentId() + "/receipts", question.canonical())
                .accepted("the receipt of one person")
                .json();
        return ConsentReceipt.parse(receipt.canonical().getBytes(StandardCharsets.UTF_8));
    }
}
