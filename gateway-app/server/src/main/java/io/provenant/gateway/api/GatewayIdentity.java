package io.provenant.gateway.api;

import java.util.List;

/**
 * Whose gateway this is, and on which ledger.
 *
 * @param network {@code embedded} or {@code fabric}
 * @param ordering {@code solo}, {@code raft} or {@code bft}
 * @param warnings what such a network cannot prove or prevent, for people
 */
public record GatewayIdentity(
        String partyId,
        String mspId,
        String channel,
        String chaincode,
        String network,
        String ordering,
        List<String> warnings) {

    /** Copies the warnings in. */
    public GatewayIdentity {
        warnings = List.copyOf(warnings);
    }
}
