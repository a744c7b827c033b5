package io.provenant.network.gateway;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.network.standalone.identity.Member;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Founds a market through the founders' own gateways: sections, an approval of each, and the founding itself. */
public final class Founding {

    private static final List<Regime> REGIMES = List.of(Regime.CN_CSL, Regime.CN_DSL, Regime.CN_PIPL);
    private static final Map<String, String> ROLES =
            Map.of("exchange", "EXCHANGE", "regulator", "REGULATOR", "association", "ASSOCIATION");

    private Founding() {}

    /** The id of the founding transaction. */
    public static String of(RunningGateways gateways, String channel) {
        DraftRuleSet rules = DraftRuleSet.forTests();
        for (JsonObject section : rules.additions(new BouncyCastleDigests())) {
            gateways.of("exchange")
                    .command("exchange-founder", "rules:addSection", section)
                    .accepted(section.text("name"));
        }
        JsonObject body = body(rules, channel);
        JsonObject approval = JsonObject.of(
                "subject", JsonObject.empty().with("command", "market:found").with("body", body));
        for (Member member : Member.all()) {
            gateways.of(member.name())
                    .command(member.name() + "-founder", "approve", approval)
                    .accepted("approval of " + member.name());
        }
        return gateways.of("exchange")
                .command("exchange-founder", "market:found", body)
                .accepted("founding")
                .json()
                .text("txId");
    }

    private static JsonObject body(DraftRuleSet rules, String channel) {
        List<JsonObject> founders = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int number = 1;
        for (Member member : Member.all().stream()
                .sorted(Comparator.comparing(Member::partyId))
                .toList()) {
            founders.add(founder(member, number++));
            ids.add(member.partyId());
        }
        return JsonObject.empty()
                .with("channel", channel)
                .withTexts("regimes", REGIMES.stream().map(Regime::name).toList())
                .withObjects("founders", founders)
                .with(
                        "ruleSet",
                        rules.marketRuleSet(
                                new RuleSetId("rs-test"), 1, REGIMES, "e".repeat(64), new BouncyCastleDigests()))
                .withTexts("approverIds", ids);
    }

    private static JsonObject founder(Member member, int number) {
        JsonObject founder = JsonObject.empty()
                .with("partyId", member.partyId())
                .with("kind", "MEMBER")
                .withTexts("mspIds", List.of(member.mspId()))
                .with("legalNameCommit", "f".repeat(64))
                .withObjects("keys", List.of())
                .withTexts("roles", List.of(Objects.requireNonNull(ROLES.get(member.name()))))
                .with("countryRegion", "CN")
                .with("sizeClass", "L")
                .with("piSubjectsBand", "LT_100K")
                .with("criticalInfrastructure", false)
                .with("foreignListing", false)
                .with("recipientClassCode", "INSTITUTION")
                .with("uscc", String.format(Locale.ROOT, "91440300EXAMPLE%03d", number));
        return member.name().equals("regulator") ? founder.with("regulatorDomain", "CYBERSPACE") : founder;
    }
}
