package io.provenant.network.embedded.endorser;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** {@code protos.Endorser} of one peer. Refused proposals are UNKNOWN with the bare text, all else is a response. */
public final class EndorserService extends EndorserGrpc.EndorserImplBase {

    private final EndorsingPeer peer;

    public EndorserService(EndorsingPeer peer) {
        this.peer = peer;
    }

    @Override
    public void processProposal(SignedProposal proposal, StreamObserver<ProposalResponse> client) {
        var unused = peer.endorse(proposal).whenComplete((response, failure) -> {
            if (failure == null) {
                client.onNext(response);
                client.onCompleted();
            } else {
                client.onError(status(failure).asException());
            }
        });
    }

    private static Status status(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProposalRefusedException
                ? Status.UNKNOWN.withDescription(cause.getMessage())
                : Status.INTERNAL.withCause(cause).withDescription("the peer failed: " + cause);
    }
}
