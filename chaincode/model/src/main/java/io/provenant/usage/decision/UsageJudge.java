package io.provenant.usage.decision;

import io.provenant.ledger.Ledger;
import io.provenant.ledger.ReadsExceededException;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.usage.UsageRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs the rules about one request (domain 5.1): every rule that a judged rule set lists, every failure collected.
 * Permit only if none failed; without a rule set that can be run, R01 has failed. A request that needs more records than
 * a decision can hold is refused by the rule that would read the next one.
 */
public final class UsageJudge {

    // With 128 reasons and its own fields, a decision of so many reads stays below the 96 KiB of an object.
    private static final int MOST_READS = 1_200;
    private static final int MOST_READ_BYTES = 72 * 1024;

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
        Ledger bounded = ledger.recordingAtMost(MOST_READS, MOST_READ_BYTES);
        Dossier dossier = new Dossier(request, bounded, rules, nowMs);
        Findings findings = new Findings();
        SortedSet<String> run = new TreeSet<>();
        UsageRule last = UsageRules.BUILT.get(0);
        try {
            for (UsageRule rule : UsageRules.BUILT) {
                List<RuleSections> listing = dossier.regimes().ruleSets().stream()
                        .filter(ruleSet -> UsageRules.lists(ruleSet, rule.code()))
                        .toList();
                if (!listing.isEmpty() || rule instanceof RuleSetInForce) {
                    last = rule;
                    run.add(rule.code());
                    rule.judge(dossier, listing, findings);
                }
            }
            return Judgement.of(dossier, run, findings);
        } catch (ReadsExceededException e) {
            findings.fail(last, ReasonCode.LIMIT_EXCEEDED); // refused and written down, not left undecided
            return Judgement.of(dossier, run, findings);
        }
    }
}
