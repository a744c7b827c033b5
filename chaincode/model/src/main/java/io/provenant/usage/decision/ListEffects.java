package io.provenant.usage.decision;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.listing.Effect;
import io.provenant.listing.ListKind;
import io.provenant.party.PartyHead.Mark;
import java.util.Collection;
import java.util.List;

/** INV-P8: what a black mark leads to is the weaker of what its entry asks for and of what the rule sets give it. */
final class ListEffects {

    private static final String SECTION = "listEffects";

    private final List<RuleSections> ruleSets;

    ListEffects(List<RuleSections> ruleSets) {
        this.ruleSets = List.copyOf(ruleSets);
    }

    /** The effect of a black mark on a use of data of these sectors; none where the mark is about others. */
    Effect of(Mark mark, Collection<String> sectors) {
        List<String> concerned = sectors.stream()
                .filter(sector ->
                        mark.sectorCodes().isEmpty() || mark.sectorCodes().contains(sector))
                .toList();
        if (concerned.isEmpty()) {
            return Effect.NONE;
        }
        Effect asked = mark.effect().map(Effect::valueOf).orElse(Effect.DENY); // absent: the strictest
        Effect given = ruleSets.stream()
                .flatMap(ruleSet -> concerned.stream().map(sector -> given(mark, sector, ruleSet)))
                .reduce(Effect.NONE, ListEffects::stronger);
        return stronger(asked, given) == asked ? given : asked;
    }

    // Sector by sector, so that a row for one weakens nothing in another: the strictest row that matches; without one a
    // statute denies and an association's own list asks for a review.
    private static Effect given(Mark mark, String sector, RuleSections ruleSet) {
        boolean own =
                mark.listKind().filter(ListKind.SELF_REGULATORY.name()::equals).isPresent();
        return ruleSet.rows(SECTION).stream()
                .filter(row -> matches(row, mark, sector))
                .map(row -> Effect.valueOf(row.text("effect")))
                .reduce(ListEffects::stronger)
                .orElse(own ? Effect.REVIEW : Effect.DENY);
    }

    private static boolean matches(JsonObject row, Mark mark, String sector) {
        return mark.listKind().filter(row.text("listKind")::equals).isPresent()
                && row.optionalText("issuerId")
                        .filter(issuer -> !issuer.equals(mark.issuerId().value()))
                        .isEmpty()
                && row.optionalText("sectorCode")
                        .filter(code -> !code.equals(sector))
                        .isEmpty();
    }

    // Effects are declared strongest first.
    private static Effect stronger(Effect one, Effect other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
