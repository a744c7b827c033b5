package io.provenant.usage.decision;

import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import java.util.List;
import java.util.SortedSet;

/** R08: the purpose is that of every grant or narrower, and no rule set prohibits it. */
final class GrantedPurpose implements UsageRule {

    @Override
    public String code() {
        return "R08";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        for (RuleSections ruleSet : ruleSets) {
            SortedSet<String> broader = dossier.regimes()
                    .vocabulary(ruleSet)
                    .purposes()
                    .ancestors(dossier.request().purposeCode());
            for (ConsentGrant grant : dossier.judgedGrants()) {
                findings.require(
                        broader.contains(grant.purposeCode()),
                        this,
                        ReasonCode.PURPOSE_NOT_GRANTED,
                        grant.consentId().value());
            }
            if (ruleSet.texts("prohibitedPurposes").stream().anyMatch(purpose -> broader.contains(purpose))) {
                findings.fail(this, ReasonCode.PURPOSE_PROHIBITED);
            }
        }
    }
}
