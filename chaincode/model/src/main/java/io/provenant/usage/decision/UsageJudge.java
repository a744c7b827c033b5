package io.provenant.usage.decision;

import io.provenant.ledger.Ledger;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.usage.UsageRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs the rules about one request (domain 5.1): every rule that a judged rule set lists, every failure collected.
 * Permit only if none failed; without a rule set that can be run, R01 has failed.
 */
public final class UsageJudge {

    private final Ledger ledger;
    private final Rules rules;

    /**
     * A judge over this ledger.
     *
     * @param ledger records the decision's own reads and nothing else
     */
    public UsageJudge(Ledger ledger, Rules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** Judges a committed request at this UTC millisecond. */
    public Judgement judge(UsageRequest request, long nowMs) {
        Dossier dossier = new Dossier(request, ledger, rules, nowMs);
        List<RuleSections> inForce = dossier.regimes().ruleSets();
        Findings findings = new Findings();
        SortedSet<String> run = new TreeSet<>();
        for (UsageRule rule : UsageRules.BUILT) {
            List<RuleSections> listing = inForce.stream()
                    .filter(ruleSet -> UsageRules.lists(ruleSet, rule.code()))
                    .toList();
            if (!listing.isEmpty() || rule instanceof RuleSetInForce) {
                rule.judge(dossier, listing, findings);
                run.add(rule.code());
            }
        }
        return Judgement.of(dossier, run, findings);
    }
}
