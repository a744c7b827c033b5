package io.provenant.usage;

/** What is owed for a use, or because data must end (domain 4.7). */
public enum DutyKind {
    ANCHOR_USAGE,
    APPLY_EXCLUSION_LIST,
    DELETE,
    DELETE_OR_REBUILD,
    DESTROY,
    EXPLAIN,
    INFORM,
    NO_SOLE_AUTOMATION,
    RETRAIN_OR_STOP
}
