package io.provenant.party;

/** States of a party's admission (domain 4.1). */
public enum PartyState {
    APPLIED,
    VERIFIED,
    ACTIVE,
    DECLINED,
    EXITED
}
