package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import java.util.List;

/** Chapter: an AI vendor asks for a use and may; an insurer asks for another one and hears every reason why not. */
final class FirstUses {

    private final Stage stage;
    private final Uses uses;

    FirstUses(Stage stage) {
        this.stage = stage;
        this.uses = new Uses(stage);
    }

    /** Tells it; gives the id of the decision that permits. */
    String tell(HealthData.Published data, PartySigner vendor, PartySigner insurer, PartySigner buyer) {
        stage.narrator().chapter("A use is asked for first and decided second");
        JsonObject training = uses.training(vendor, data.deidentified());
        JsonObject permit = uses.ask(vendor, training);
        uses.permitted(permit, "pty-lumen trains a model on the de-identified version");
        stage.narrator()
                .remark(
                        "duties: %s",
                        permit.objects("duties").stream()
                                .map(duty -> duty.text("kind"))
                                .toList());
        JsonObject underwriting = uses.training(insurer, data.deidentified())
                .with("scenarioCode", "INSURANCE")
                .with("purposeCode", "pvn:InsuranceUnderwriting")
                .with("contextCode", "INSURANCE_PRICING")
                .with("roleCode", "UNDERWRITER")
                .withTexts("ops", List.of("dpv:Infer"))
                .with("deliveryMode", "API_RESULT")
                .with("outputForm", "ANSWER")
                .with("automatedDecision", true);
        uses.denied(
                uses.ask(insurer, underwriting),
                "pty-shield prices insurance with it",
                "PURPOSE_NOT_GRANTED",
                "RECIPIENT",
                "SEPARATE_CONSENT");
        uses.permitted(uses.ask(buyer, uses.training(buyer, data.deidentified())), "pty-blackpeak trains a model");
        return training.text("requestId");
    }
}
