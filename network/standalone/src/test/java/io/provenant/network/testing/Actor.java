package io.provenant.network.testing;

/** Somebody who acts on a ledger: which organisation's member, in which role, for which party, and which person. */
public record Actor(String mspId, String role, String party, String person) {}
