package io.provenant.network.wire;

import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A signed proposal, and by whom. */
public record Proposed(String channel, String txId, Signer signer, SignedProposal signed) {}
