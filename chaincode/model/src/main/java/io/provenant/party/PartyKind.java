package io.provenant.party;

/** How a party reaches the ledger. */
public enum PartyKind {
    /** By an MSP of its own. */
    MEMBER,
    /** By keys of its own, carried by any member's gateway. */
    HOSTED
}
