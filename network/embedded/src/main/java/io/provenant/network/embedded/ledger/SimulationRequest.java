package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.access.Member;

/**
 * Who simulates: the organisation whose peer runs the chaincode, which decides what private data is there, and the
 * creator of the proposal, whose rights on collections are checked.
 */
public record SimulationRequest(String txId, String peerMspId, Member creator) {}
