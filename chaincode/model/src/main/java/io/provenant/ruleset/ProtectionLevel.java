package io.provenant.ruleset;

import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;

/** The level of protection of data (domain 1.9); which is stricter says the section {@code levelOrder}, ascending. */
public enum ProtectionLevel {
    NONE,
    L3,
    L2,
    L1,
    SPECIAL;

    /** How strict this level is under a rule set: its place in {@code levelOrder}. */
    public int rank(Rules.RuleSections rules) {
        int rank = rules.texts("levelOrder").indexOf(name());
        if (rank < 0) {
            throw new RuleSetIncompleteException(rules.ruleSetId(), "levelOrder/" + name());
        }
        return rank;
    }
}
