package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.util.List;

/**
 * Chapter: three organisations found the market. Each approves the exact same body with a certificate of its own; only
 * then anybody can send it.
 */
final class Founding {

    static final String RULE_SET = "rs-cn-2026-1";

    private static final List<String> FOUNDERS =
            List.of("exchange-founder", "regulator-founder", "association-founder");

    private final Stage stage;
    private final RuleSections rules;

    Founding(Stage stage, RuleSections rules) {
        this.stage = stage;
        this.rules = rules;
    }

    /** Tells it; gives the transaction that founded the market. */
    String tell() {
        stage.narrator().chapter("Three organisations found the market");
        List<JsonObject> sections = rules.additions();
        sections.forEach(section -> stage.send("exchange-founder", "rules:addSection", section));
        stage.narrator().held("%d sections of the first rule set stored, each under its own hash", sections.size());
        JsonObject body = body();
        stage.gatewayOf("exchange-founder")
                .command("exchange-founder", "market:found", body)
                .refused("founding without approvals", "APPROVALS_MISSING");
        stage.narrator().held("founding is refused while nobody has approved it: APPROVALS_MISSING");
        FOUNDERS.forEach(founder -> stage.approve(founder, "market:found", body));
        stage.narrator().held("each of the three approves exactly this body");
        String foundedTx =
                stage.send("exchange-founder", "market:found", body).json().text("txId");
        stage.narrator().held("market founded in transaction %s", foundedTx);
        return foundedTx;
    }

    private JsonObject body() {
        return JsonObject.empty()
                .with("channel", stage.channel())
                .withTexts(
                        "regimes", RuleSections.REGIMES.stream().map(Enum::name).toList())
                .withObjects(
                        "founders",
                        List.of(
                                founder("pty-assoc", "AssociationMSP", "ASSOCIATION", "51440300EXAMPLE003"),
                                founder("pty-cac", "RegulatorMSP", "REGULATOR", "11440300EXAMPLE002")
                                        .with("regulatorDomain", "CYBERSPACE"),
                                founder("pty-exchange", "ExchangeMSP", "EXCHANGE", "91440300EXAMPLE001")))
                .with("ruleSet", rules.ruleSet(RULE_SET, 1))
                .withTexts("approverIds", List.of("pty-assoc", "pty-cac", "pty-exchange"));
    }

    private JsonObject founder(String partyId, String mspId, String role, String uscc) {
        return PartyFields.of(stage, "L", role)
                .with("recipientClassCode", "INSTITUTION")
                .with("partyId", partyId)
                .with("kind", "MEMBER")
                .withTexts("mspIds", List.of(mspId))
                .with("uscc", uscc)
                .withObjects("keys", List.of());
    }
}
