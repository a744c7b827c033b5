package io.provenant.gateway.log;

/** How far a record has come (domain 3a.12); each state includes the ones before. */
public enum ReceiptState {
    /** The log signed a promise. */
    PROMISED,
    /** A signed checkpoint includes the record. */
    INTEGRATED,
    /** The ledger holds a head that includes it. */
    ANCHORED,
    /** Several organisations' peers attest that head. */
    ATTESTED
}
