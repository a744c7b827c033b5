package io.provenant.network.embedded.chaincode;

import io.provenant.network.embedded.ledger.Simulation;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A transaction for the chaincode, and the simulation on which it reads and writes. */
public record ChaincodeCall(
        String channel, String txId, ChaincodeInput input, SignedProposal proposal, Simulation simulation) {}
