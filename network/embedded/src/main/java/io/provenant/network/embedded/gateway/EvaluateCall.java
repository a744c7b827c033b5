package io.provenant.network.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.provenant.network.embedded.endorser.ProposalRefusedException;
import io.provenant.network.embedded.endorser.UnpackedProposal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Runs a proposal on one peer for its answer: the gateway's own, else another that may see it. */
final class EvaluateCall {

    private final String channel;
    private final GatewayPeers peers;

    EvaluateCall(String channel, GatewayPeers peers) {
        this.channel = channel;
        this.peers = peers;
    }

    CompletableFuture<Response> run(EvaluateRequest request) {
        UnpackedProposal proposal = unpacked(request.getProposedTransaction());
        if (!proposal.channel().equals(channel)) {
            throw new GatewayException(
                    Code.UNAVAILABLE,
                    "failed to get config for channel [" + proposal.channel()
                            + "]: could not get last config for channel " + proposal.channel());
        }
        List<GatewayPeer> candidates = candidates(proposal, request.getTargetOrganizationsList());
        return ask(proposal.signed(), candidates, new ArrayList<>());
    }

    private static UnpackedProposal unpacked(SignedProposal signed) {
        UnpackedProposal proposal;
        try {
            if (signed.getProposalBytes().isEmpty()) {
                throw refusal("a signed proposal is required");
            }
            proposal = UnpackedProposal.of(signed);
        } catch (ProposalRefusedException e) {
            throw refusal(e.text());
        }
        String suffix = ", channel id [" + proposal.channel() + "]";
        if (proposal.channel().isEmpty()) {
            throw refusal("no channel id provided");
        }
        if (!proposal.invocation().hasChaincodeSpec()) {
            throw refusal("no chaincode spec is provided" + suffix);
        }
        if (!proposal.invocation().getChaincodeSpec().hasChaincodeId()) {
            throw refusal("no chaincode id is provided" + suffix);
        }
        if (proposal.chaincode().isEmpty()) {
            throw refusal("no chaincode name is provided" + suffix);
        }
        return proposal;
    }

    private static GatewayException refusal(String why) {
        return new GatewayException(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + why);
    }

    private List<GatewayPeer> candidates(UnpackedProposal proposal, List<String> targets) {
        boolean isProtected = proposal.hasTransientData() && targets.isEmpty();
        List<String> allowed = isProtected ? List.of(peers.localMspId()) : targets;
        List<GatewayPeer> candidates = new ArrayList<>();
        for (GatewayPeer peer : peers.withChaincode(proposal.channel(), proposal.chaincode())) {
            if (allowed.isEmpty() || allowed.contains(peer.mspId())) {
                candidates.add(peer.mspId().equals(peers.localMspId()) ? 0 : candidates.size(), peer);
            }
        }
        if (candidates.isEmpty()) {
            throw new GatewayException(
                    Code.FAILED_PRECONDITION,
                    (isProtected
                                    ? "no endorsers found in the gateway's organization; retry specifying target"
                                            + " organization(s) to protect transient data: "
                                    : "")
                            + "no peers available to evaluate chaincode " + proposal.chaincode() + " in channel "
                            + proposal.channel());
        }
        return candidates;
    }

    private CompletableFuture<Response> ask(
            SignedProposal proposal, List<GatewayPeer> candidates, List<ErrorDetail> details) {
        GatewayPeer peer = candidates.get(0);
        return Answer.evaluate(peer, proposal, peers.localMspId()).thenCompose(answer -> {
            if (answer.response().isPresent()) {
                return CompletableFuture.completedFuture(
                        result(answer.response().get()));
            }
            details.add(peer.detail(answer.message()));
            if (!answer.isRetryable()) {
                throw new GatewayException(
                        answer.code(), "evaluate call to endorser returned error: " + answer.message(), details);
            }
            if (candidates.size() == 1) {
                throw new GatewayException(
                        answer.code(), "failed to evaluate transaction, see attached details for more info", details);
            }
            return ask(proposal, candidates.subList(1, candidates.size()), details);
        });
    }

    private static Response result(ProposalResponse response) {
        try {
            ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(response.getPayload());
            ByteString result = ChaincodeAction.parseFrom(payload.getExtension())
                    .getResponse()
                    .getPayload();
            return response.getResponse().toBuilder().setPayload(result).build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the node's own peer answered a payload that cannot be read", e);
        }
    }
}
