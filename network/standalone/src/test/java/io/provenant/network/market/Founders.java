package io.provenant.network.market;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.ledger.Role;
import io.provenant.network.testing.Actor;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import io.provenant.testing.TestDigests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exchange, regulator and association, whatever their MSPs are called, and how they found a market in which nobody waits
 * for days: a notice may be answered at once, and the association's black entries deny.
 */
final class Founders {

    static final String EXCHANGE = "pty-exchange";
    static final String REGULATOR = "pty-cac";
    static final String ASSOCIATION = "pty-assoc";

    private static final List<Regime> REGIMES = List.of(Regime.CN_CSL, Regime.CN_DSL, Regime.CN_PIPL);
    private static final List<String> PARTIES = List.of(EXCHANGE, REGULATOR, ASSOCIATION);

    private final LiveMarket market;

    Founders(LiveMarket market) {
        this.market = market;
    }

    String mspId(String party) {
        return market.ledger().mspIds().get(PARTIES.indexOf(party));
    }

    Actor actor(String party, Role role, String person) {
        return new Actor(mspId(party), role.code(), party, person);
    }

    /** The exchange's gateway, which carries what hosted parties sign. */
    Actor carrier() {
        return actor(EXCHANGE, Role.HOST_GATEWAY, "carrier000");
    }

    /** Founds the market, as if so long ago; gives the transaction. */
    String found(Duration age) {
        TestDigests digests = new TestDigests();
        DraftRuleSet rules = rules();
        Actor founder = actor(EXCHANGE, Role.MARKET_FOUNDER, "founder000");
        for (JsonObject section : rules.additions(digests)) {
            market.accept(Call.of(founder, "rules:addSection", section).withAge(age));
        }
        JsonObject body = JsonObject.empty()
                .with("channel", market.ledger().channel())
                .withTexts("regimes", REGIMES.stream().map(Enum::name).toList())
                .withObjects(
                        "founders",
                        List.of(
                                founder(ASSOCIATION, "ASSOCIATION", "51440300EXAMPLE003"),
                                founder(REGULATOR, "REGULATOR", "11440300EXAMPLE002")
                                        .with("regulatorDomain", "CYBERSPACE"),
                                founder(EXCHANGE, "EXCHANGE", "91440300EXAMPLE001")))
                .with("ruleSet", rules.marketRuleSet(new RuleSetId("rs-live-1"), 1, REGIMES, "9".repeat(64), digests))
                .withTexts("approverIds", List.of(ASSOCIATION, REGULATOR, EXCHANGE));
        Call founding = Call.of(founder, "market:found", body).withAge(age);
        for (String party : PARTIES) {
            market.accept(LiveMarket.approval(actor(party, Role.MARKET_FOUNDER, "founder000"), founding));
        }
        return market.accept(founding).proposed().txId();
    }

    private static DraftRuleSet rules() {
        DraftRuleSet defaults = DraftRuleSet.defaults();
        List<JsonObject> effects = new ArrayList<>();
        ((JsonArray) defaults.value("listEffects")).objects().forEach(effects::add);
        effects.add(JsonObject.empty()
                .with("listKind", "SELF_REGULATORY")
                .with("issuerId", ASSOCIATION)
                .with("sectorCode", "health")
                .with("effect", "DENY"));
        effects.sort(Comparator.comparing((JsonObject row) -> row.text("listKind"))
                .thenComparing(row -> row.optionalText("issuerId").orElse("")));
        return defaults.with("consultDays", new JsonInteger(0))
                .with("listAnswerWd", new JsonInteger(0))
                .with("listEffects", JsonArray.ofObjects(effects));
    }

    private JsonObject founder(String party, String role, String uscc) {
        return Admission.fields(uscc, List.of(role))
                .with("partyId", party)
                .with("kind", "MEMBER")
                .withTexts("mspIds", List.of(mspId(party)))
                .withObjects("keys", List.of());
    }
}
