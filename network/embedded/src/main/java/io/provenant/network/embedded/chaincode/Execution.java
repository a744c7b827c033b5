package io.provenant.network.embedded.chaincode;

import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/** A transaction that runs in the chaincode now. */
final class Execution {

    private final ChaincodeCall call;
    private final StateRequests requests;
    private final CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();

    Execution(ChaincodeCall call) {
        this.call = call;
        this.requests = new StateRequests(call.simulation());
    }

    ChaincodeMessage start() {
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setPayload(call.input().toByteString())
                .setTxid(call.txId())
                .setChannelId(call.channel())
                .setProposal(call.proposal())
                .build();
    }

    StateRequests requests() {
        return requests;
    }

    /** The message that ends the transaction. */
    CompletableFuture<ChaincodeMessage> answer() {
        return answer;
    }
}
