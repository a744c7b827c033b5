package io.provenant.network.standalone.story;

import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rule sets of the story: the defaults, but a consultation and the time to answer a notice are over at once, since
 * nobody waits thirty days for a demonstration.
 */
final class RuleSections {

    static final List<Regime> REGIMES = List.of(Regime.CN_CSL, Regime.CN_DSL, Regime.CN_PIPL);

    private final DraftRuleSet draft;
    private final Digests digests = new BouncyCastleDigests();

    private RuleSections(DraftRuleSet draft) {
        this.draft = draft;
    }

    /** What the market is founded with. */
    static RuleSections first() {
        return new RuleSections(DraftRuleSet.defaults()
                .with("consultDays", new JsonInteger(0))
                .with("listAnswerWd", new JsonInteger(0))
                .with("anchorEveryS", new JsonInteger(1)));
    }

    /** The same, and black entries of this association in this sector deny a use, instead of asking for a review. */
    RuleSections adoptingListOf(String associationId, String sectorCode) {
        List<JsonObject> rows = new ArrayList<>();
        rows.add(JsonObject.empty()
                .with("listKind", "SELF_REGULATORY")
                .with("issuerId", associationId)
                .with("sectorCode", sectorCode)
                .with("effect", "DENY"));
        if (draft.value("listEffects") instanceof JsonArray effects) {
            rows.addAll(effects.objects());
        }
        rows.sort(Comparator.comparing((JsonObject row) -> row.text("listKind"))
                .thenComparing(row -> row.optionalText("issuerId").orElse("")));
        return new RuleSections(draft.with("listEffects", JsonArray.ofObjects(rows)));
    }

    /** The bodies of {@code rules:addSection}. */
    List<JsonObject> additions() {
        return draft.additions(digests);
    }

    /** The bodies of {@code rules:addSection} that another rule set does not have. */
    List<JsonObject> additionsBeyond(RuleSections other) {
        List<JsonObject> held = other.additions();
        return additions().stream().filter(section -> !held.contains(section)).toList();
    }

    /** The rule set as founding and consultation take it. */
    JsonObject ruleSet(String id, long versionNo) {
        String glossary = digests.digest(DraftRuleSet.glossary()).hex();
        return draft.marketRuleSet(new RuleSetId(id), versionNo, REGIMES, glossary, digests);
    }
}
