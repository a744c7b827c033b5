package io.provenant.network.embedded.chaincode;

import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;

/** What the chaincode answered: its response, whatever the status, and the last event that it set. */
public record ChaincodeResult(Response response, Optional<ChaincodeEvent> event) {}
