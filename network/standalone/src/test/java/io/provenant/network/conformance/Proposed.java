package io.provenant.network.conformance;

import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A signed proposal, and by whom. */
record Proposed(String channel, String txId, Signer signer, SignedProposal signed) {}
