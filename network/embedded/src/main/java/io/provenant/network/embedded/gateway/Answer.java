package io.provenant.network.embedded.gateway;

import io.grpc.Status.Code;
import io.provenant.network.embedded.endorser.ProposalRefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * What a peer answered to a proposal, as a gateway takes it.
 *
 * @param response the endorsement or the evaluation, where it succeeded
 * @param code what the failure of an evaluation becomes
 * @param message why it failed
 * @param isRetryable whether an evaluation is tried on another peer
 */
record Answer(GatewayPeer peer, Optional<ProposalResponse> response, Code code, String message, boolean isRetryable) {

    private static final int CHAINCODE_ERROR = 500;

    static CompletableFuture<Answer> endorse(GatewayPeer peer, SignedProposal proposal, String localMspId) {
        return of(peer, peer.endorser().endorse(proposal), localMspId);
    }

    static CompletableFuture<Answer> evaluate(GatewayPeer peer, SignedProposal proposal, String localMspId) {
        return of(peer, peer.endorser().evaluate(proposal), localMspId);
    }

    private static CompletableFuture<Answer> of(
            GatewayPeer peer, CompletableFuture<ProposalResponse> answer, String localMspId) {
        boolean isLocal = peer.mspId().equals(localMspId);
        return answer.handle((response, failure) -> {
            if (failure == null) {
                return answered(peer, response);
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof ProposalRefusedException refusal) {
                return refused(peer, refusal, isLocal);
            }
            throw new CompletionException(cause);
        });
    }

    /** From another peer's refusal nothing but its text comes back, so that peer looks unavailable. */
    private static Answer refused(GatewayPeer peer, ProposalRefusedException refusal, boolean isLocal) {
        String text = isLocal ? refusal.text() : "rpc error: code = Unknown desc = " + refusal.text();
        boolean isUnavailable = !isLocal || refusal.isFiltered();
        return failed(peer, isUnavailable ? Code.UNAVAILABLE : Code.FAILED_PRECONDITION, text, isUnavailable);
    }

    private static Answer answered(GatewayPeer peer, ProposalResponse response) {
        int status = response.getResponse().getStatus();
        String message = response.getResponse().getMessage();
        if (status >= 200 && status < 400) {
            return new Answer(peer, Optional.of(response), Code.OK, "", false);
        }
        if (status == CHAINCODE_ERROR && response.getPayload().isEmpty()) {
            return failed(peer, Code.ABORTED, message, true); // the peer's own failure, not the chaincode's
        }
        return failed(peer, Code.UNKNOWN, "chaincode response " + status + ", " + message, false);
    }

    private static Answer failed(GatewayPeer peer, Code code, String message, boolean isRetryable) {
        return new Answer(peer, Optional.empty(), code, message, isRetryable);
    }
}
