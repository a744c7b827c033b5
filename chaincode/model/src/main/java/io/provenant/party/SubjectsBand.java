package io.provenant.party;

/** How many persons a party processes data of, in bands; ascending. */
public enum SubjectsBand {
    LT_100K,
    LT_1M,
    GE_1M,
    GE_10M
}
