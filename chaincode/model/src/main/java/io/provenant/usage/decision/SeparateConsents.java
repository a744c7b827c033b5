package io.provenant.usage.decision;

import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.Regions;
import io.provenant.usage.UsageRequest;
import java.util.List;

/**
 * R10: a grant was asked on its own where the data that it reaches is sensitive, somebody else than the controller uses it, the output
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
        UsageRequest request = dossier.request();
        for (RuleSections ruleSet : ruleSets) {
            Vocabulary words = dossier.regimes().vocabulary(ruleSet);
            boolean published =
                    request.ops().stream().anyMatch(op -> words.ops().isWithin(op, PUBLISH));
            boolean abroad = !ruleSet.texts("homeRegions").contains(Regions.country(request.region()));
            for (ConsentGrant grant : dossier.judgedGrants()) {
                boolean sensitive = words.consented().isOfSensitiveData(grant, dossier.versionsOn(grant));
                findings.require(
                        suffices(grant, request.consumerId(), sensitive, published, abroad),
                        this,
                        ReasonCode.SEPARATE_CONSENT,
                        grant.consentId().value());
            }
        }
    }

    private static boolean suffices(
            ConsentGrant grant, PartyId consumer, boolean sensitive, boolean published, boolean abroad) {
        boolean other = !grant.controllerId().equals(consumer);
        boolean asked = grant.kind().isSeparate() || !(sensitive || other || published || abroad);
        return asked
                && (!other || grant.recipientIds().contains(consumer))
                && (!published || grant.allows("publicationAllowed"))
                && (!abroad || grant.allows("crossBorder"));
    }
}
