package io.provenant.usage.decision;

import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.ruleset.CodeHierarchy;
import java.util.List;

/** R19: every grant names consumer and recipients, or it is theirs, and data is passed on only where it says so. */
final class GrantedRecipients implements UsageRule {

    private static final List<String> PASSING_ON = List.of("dpv:Share", "dpv:Transfer");

    @Override
    public String code() {
        return "R19";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        boolean onward = ruleSets.stream().anyMatch(ruleSet -> passesOn(dossier, ruleSet));
        for (ConsentGrant grant : dossier.judgedGrants()) {
            String id = grant.consentId().value();
            findings.require(dossier.consumers().stream().allMatch(grant::covers), this, ReasonCode.RECIPIENT, id);
            findings.require(!onward || grant.allows("onwardAllowed"), this, ReasonCode.ONWARD_TRANSFER, id);
        }
    }

    private static boolean passesOn(Dossier dossier, RuleSections ruleSet) {
        CodeHierarchy ops = dossier.regimes().vocabulary(ruleSet).ops();
        return dossier.request().ops().stream()
                .anyMatch(op -> PASSING_ON.stream().anyMatch(root -> ops.isWithin(op, root)));
    }
}
