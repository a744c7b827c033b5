package io.provenant.proof.report;

/** How far a receipt has come (domain 3a.12); each level is worth more than the one before. */
public enum Level {
    /** The log signed that it will hold the entry. */
    PROMISED,
    /** A checkpoint that the log signed includes the entry. */
    INTEGRATED,
    /** The receipt names the transaction that put the checkpoint on the ledger: a claim. */
    ANCHORED,
    /** Peers of several organisations signed that this checkpoint is the ledger's. */
    ATTESTED
}
