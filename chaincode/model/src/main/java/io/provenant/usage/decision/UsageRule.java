package io.provenant.usage.decision;

import io.provenant.ledger.Rules;
import java.util.List;

/** One rule of the decision (domain 5.2); one class a rule. */
interface UsageRule {

    /** Its code in the section {@code rules}, such as {@code R01}. */
    String code();

    /**
     * Reads what it needs, in the order of domain 3a.4, and then adds every failure.
     *
     * @param ruleSets those of the judged rule sets that list this rule: each is applied, the union of failures counts
     */
    void judge(Dossier dossier, List<Rules.RuleSections> ruleSets, Findings findings);
}
