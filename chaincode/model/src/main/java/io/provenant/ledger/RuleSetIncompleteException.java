package io.provenant.ledger;

/** No rule set is in force, or it lacks a section that a command needs: refused as {@code RULESET_NONE}. */
public final class RuleSetIncompleteException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String ruleSet;
    private final String section;

    /** Names the rule set or head, and the section that is missing. */
    public RuleSetIncompleteException(String ruleSet, String section) {
        super(ruleSet + " has no section " + section);
        this.ruleSet = ruleSet;
        this.section = section;
    }

    /** The rule set, or the head that names none. */
    public String ruleSet() {
        return ruleSet;
    }

    /** The section that is missing. */
    public String section() {
        return section;
    }
}
