package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import java.util.List;
import java.util.UUID;

/** How the story's buyers ask for a use, and have it decided. */
final class Uses {

    private static final String CARRIER = "exchange-gateway";

    private final Stage stage;

    Uses(Stage stage) {
        this.stage = stage;
    }

    /** A request that trains a model inside a trusted environment; what a buyer wants otherwise he changes. */
    JsonObject training(PartySigner consumer, String versionId) {
        return JsonObject.empty()
                .with("requestId", UUID.randomUUID().toString())
                .with("consumerId", consumer.partyId())
                .withTexts("assetVersionIds", List.of(versionId))
                .with("scenarioCode", "AI_TRAINING")
                .with("purposeCode", "pvn:AIModelTraining")
                .with("contextCode", "MEDICAL_DIAGNOSIS")
                .withTexts("ops", List.of("dpv:Analyse"))
                .withTexts("fieldCodes", List.of("age_band", "diagnosis_code", "lab_panel"))
                .with("roleCode", "MODEL_TRAINER")
                .with("environmentCode", "TEE_1")
                .with("deliveryMode", "TEE")
                .with("region", "CN")
                .withTexts("recipientIds", List.of(consumer.partyId()))
                .with("outputForm", "MODEL")
                .with("outputIdentifiability", "DEIDENTIFIED")
                .with("recordCount", 5000)
                .with("retentionDays", 90)
                .with("automatedDecision", false)
                .with("useCount", 1)
                .withTexts("regimes", List.of())
                .withObjects("reviews", List.of());
    }

    /** Commits the request, then has it decided; the decision's own answer. */
    JsonObject ask(PartySigner consumer, JsonObject request) {
        stage.carry(CARRIER, consumer, "usage:request", request);
        return decide(consumer, request.text("requestId"));
    }

    /** Has a committed request decided. */
    JsonObject decide(PartySigner consumer, String requestId) {
        return stage.carry(CARRIER, consumer, "usage:decide", JsonObject.empty().with("requestId", requestId))
                .answer();
    }

    /** Requires a permit. */
    void permitted(JsonObject decision, String step) {
        require(decision, "PERMIT", List.of(), step);
    }

    /** Requires a refusal with exactly these reason codes, ascending, each once. */
    void denied(JsonObject decision, String step, String... codes) {
        require(decision, "DENY", List.of(codes), step);
    }

    private void require(JsonObject decision, String outcome, List<String> codes, String step) {
        List<String> found = decision.objects("reasons").stream()
                .map(reason -> reason.text("reasonCode"))
                .distinct()
                .sorted()
                .toList();
        if (!decision.text("outcome").equals(outcome) || !found.equals(codes)) {
            throw new StoryException("expected " + outcome + " " + codes + ", got " + decision.canonical());
        }
        stage.narrator().held("%s: %s%s", step, outcome, codes.isEmpty() ? "" : " " + String.join(", ", found));
    }
}
