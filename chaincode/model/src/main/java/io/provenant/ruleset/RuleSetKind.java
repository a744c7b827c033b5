package io.provenant.ruleset;

/** Whom a rule set binds. */
public enum RuleSetKind {
    /** The market and its regimes. */
    MARKET,
    /** The members of an association, by its convention. */
    CONVENTION
}
