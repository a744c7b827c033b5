package io.provenant.usage.decision;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.party.PartyHead.Mark;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a list entry leads to, weakest first (INV-P8): the weaker of what it asks for and of what the rule sets give it. */
enum ListEffect {
    NONE,
    GREEN,
    REVIEW,
    DENY;

    private static final String SECTION = "listEffects";
    private static final String SELF_REGULATORY = "SELF_REGULATORY";

    /** The effect of a black mark on a use of data of these sectors; none where the mark is about others. */
    static ListEffect of(Mark mark, Collection<String> sectors, List<RuleSections> ruleSets) {
        List<String> concerned = sectors.stream()
                .filter(sector ->
                        mark.sectorCodes().isEmpty() || mark.sectorCodes().contains(sector))
                .toList();
        if (concerned.isEmpty()) {
            return NONE;
        }
        ListEffect asked = mark.effect().map(ListEffect::valueOf).orElse(DENY); // absent: the strictest
        ListEffect given = ruleSets.stream()
                .map(ruleSet -> given(mark, concerned, ruleSet))
                .reduce(NONE, ListEffect::stronger);
        return asked.compareTo(given) <= 0 ? asked : given;
    }

    // The strictest row that matches; without one a statute denies and an association's own list asks for a review.
    private static ListEffect given(Mark mark, List<String> sectors, RuleSections ruleSet) {
        Stream<JsonObject> rows = ruleSet.rows(SECTION).stream().filter(row -> matches(row, mark, sectors));
        boolean own = mark.listKind().filter(SELF_REGULATORY::equals).isPresent();
        return rows.map(row -> valueOf(row.text("effect")))
                .reduce(ListEffect::stronger)
                .orElse(own ? REVIEW : DENY);
    }

    private static boolean matches(JsonObject row, Mark mark, List<String> sectors) {
        return mark.listKind().filter(row.text("listKind")::equals).isPresent()
                && row.optionalText("issuerId")
                        .filter(issuer -> !issuer.equals(mark.issuerId().value()))
                        .isEmpty()
                && row.optionalText("sectorCode")
                        .filter(sector -> !sectors.contains(sector))
                        .isEmpty();
    }

    private static ListEffect stronger(ListEffect one, ListEffect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
