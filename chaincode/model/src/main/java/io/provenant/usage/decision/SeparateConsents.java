package io.provenant.usage.decision;

import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.CodeHierarchy;
import io.provenant.ruleset.DataCategories;
import io.provenant.usage.UsageRequest;
import java.util.List;

/**
 * R10: a grant was asked on its own where the data is sensitive, somebody else than the controller uses it, the output
 * is published, or it is processed abroad; and it says so. Own use waives nothing.
 */
final class SeparateConsents implements UsageRule {

    private static final String PUBLISH = "dpv:Disseminate";

    @Override
    public String code() {
        return "R10";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        for (RuleSections ruleSet : ruleSets) {
            for (ConsentGrant grant : dossier.judgedGrants()) {
                findings.require(
                        suffices(grant, dossier.request(), ruleSet),
                        this,
                        ReasonCode.SEPARATE_CONSENT,
                        grant.consentId().value());
            }
        }
    }

    private static boolean suffices(ConsentGrant grant, UsageRequest request, RuleSections ruleSet) {
        boolean sensitive = grant.sensitiveRoot().isPresent()
                || !DataCategories.of(ruleSet)
                        .sensitiveRoots(grant.dataCategories())
                        .isEmpty();
        PartyId consumer = request.consumerId();
        boolean other = !grant.controllerId().equals(consumer);
        boolean published = isPublished(request, ruleSet);
        boolean abroad = !ruleSet.texts("homeRegions").contains(Regions.country(request.region()));
        boolean asked = grant.kind().isSeparate() || !(sensitive || other || published || abroad);
        return asked
                && (!other || grant.recipientIds().contains(consumer))
                && (!published || grant.allows("publicationAllowed"))
                && (!abroad || grant.allows("crossBorder"));
    }

    private static boolean isPublished(UsageRequest request, RuleSections ruleSet) {
        CodeHierarchy ops = CodeHierarchy.of("ops", ruleSet);
        return request.ops().stream().anyMatch(op -> ops.isWithin(op, PUBLISH));
    }
}
