package io.provenant.ruleset;

/** Stored states of a rule set; EFFECTIVE and SUPERSEDED follow from the heads (domain 4.3). */
public enum RuleSetState {
    CONSULTATION,
    APPROVED,
    DROPPED
}
