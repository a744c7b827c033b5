package io.provenant.asset.lineage;

import static io.provenant.ledger.ReasonCode.IDENTIFIABILITY_UNPROVEN;

import io.provenant.asset.AssetVersion;
import io.provenant.asset.Identifiability;
import io.provenant.asset.ParentEdge;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Rules;
import io.provenant.ruleset.CodeHierarchy;
import io.provenant.ruleset.DataCategories;

/**
 * INV-A6: how far a version may claim to be from people. A step up needs an edge that makes it: masking up to
 * DEIDENTIFIED, aggregation into groups up to AGGREGATED; the weakest edge counts. ANONYMISED needs an assessment, which
 * a later layer brings.
 */
final class IdentifiabilityClaim {

    private static final String AGGREGATE = "dpv:Aggregate";

    private final VersionClaim claim;
    private final Ancestry ancestry;
    private final Rules.RuleSections rules;

    IdentifiabilityClaim(VersionClaim claim, Ancestry ancestry, Rules.RuleSections rules) {
        this.claim = claim;
        this.ancestry = ancestry;
        this.rules = rules;
    }

    void check(Refusals refusals) {
        Identifiability most = most();
        boolean assessed = claim.identifiability() == Identifiability.ANONYMISED;
        refusals.require(
                most.isAtLeast(claim.identifiability()) && !assessed,
                IDENTIFIABILITY_UNPROVEN,
                Detail.field("/body/identifiability"),
                Detail.expected(most),
                Detail.found(claim.identifiability()));
    }

    private Identifiability most() {
        DataCategories known = DataCategories.of(rules);
        boolean personal = known.anyPersonal(claim.dataCategories())
                || known.anyPersonal(ancestry.asset().dataCategories());
        // By the owner's own word alone, personal data is at most de-identified.
        Identifiability ownWord = personal ? Identifiability.DEIDENTIFIED : Identifiability.NON_PERSONAL;
        CodeHierarchy ops = CodeHierarchy.of("ops", rules);
        return claim.edges().stream()
                .map(edge -> reached(edge, ops))
                .reduce(Identifiability::lower)
                .map(reached -> reached == Identifiability.NON_PERSONAL ? ownWord : reached)
                .orElse(ownWord);
    }

    private Identifiability reached(ParentEdge edge, CodeHierarchy ops) {
        Identifiability reached = ancestry.parents().stream()
                .filter(parent -> parent.versionId().equals(edge.versionId()))
                .map(AssetVersion::identifiability)
                .findFirst()
                .orElse(Identifiability.IDENTIFIED);
        if (edge.masking()) {
            reached = Identifiability.higher(reached, Identifiability.DEIDENTIFIED);
        }
        if (claim.hasGroups() && ops.isWithin(edge.opCode(), AGGREGATE)) {
            reached = Identifiability.higher(reached, Identifiability.AGGREGATED);
        }
        return reached;
    }
}
