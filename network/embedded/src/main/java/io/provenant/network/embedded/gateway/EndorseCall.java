package io.provenant.network.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.provenant.network.embedded.endorser.ProposalRefusedException;
import io.provenant.network.embedded.endorser.UnpackedProposal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * Collects the endorsements of a proposal: first of the gateway's own organisation, then of whoever else the policies
 * ask for; or of the organisations that the client names. Refusals are {@link GatewayException}s.
 */
final class EndorseCall {

    private static final String PLAN = "no combination of peers can be derived which satisfy the endorsement policy: ";

    private final GatewayPeers peers;
    private final Layouts layouts;

    EndorseCall(GatewayPeers peers, Layouts layouts) {
        this.peers = peers;
        this.layouts = layouts;
    }

    /** The transaction, still to be signed by the client. */
    CompletableFuture<Envelope> run(EndorseRequest request) {
        SignedProposal signed = request.getProposedTransaction();
        UnpackedProposal proposal = unpacked(signed);
        List<String> named = request.getEndorsingOrganizationsList();
        CompletableFuture<EndorsementPlan> plan =
                named.isEmpty() ? planned(proposal) : CompletableFuture.completedFuture(planForNamed(proposal, named));
        return plan.thenCompose(made -> collect(made, signed)).thenApply(action -> transaction(proposal, action));
    }

    private static UnpackedProposal unpacked(SignedProposal signed) {
        if (signed.getProposalBytes().isEmpty()) {
            throw new GatewayException(
                    Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
        }
        try {
            return UnpackedProposal.of(signed);
        } catch (ProposalRefusedException e) {
            throw new GatewayException(Code.INVALID_ARGUMENT, e.text());
        }
    }

    private EndorsementPlan planForNamed(UnpackedProposal proposal, List<String> named) {
        Set<GatewayPeer> layout = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String mspId : named) {
            peers.withChaincode(proposal.channel(), proposal.chaincode(), mspId)
                    .ifPresentOrElse(layout::add, () -> missing.add(mspId));
        }
        if (!missing.isEmpty()) {
            throw new GatewayException(
                    Code.UNAVAILABLE, "failed to find any endorsing peers for org(s): " + String.join(", ", missing));
        }
        return new EndorsementPlan(List.of(layout), peers.local());
    }

    private CompletableFuture<EndorsementPlan> planned(UnpackedProposal proposal) {
        GatewayPeer first = peers.withChaincode(proposal.channel(), proposal.chaincode(), peers.localMspId())
                .orElseGet(() -> elsewhere(proposal));
        return Answer.endorse(first, proposal.signed(), peers.localMspId()).thenApply(answer -> {
            if (answer.response().isEmpty()) {
                throw new GatewayException(
                        Code.ABORTED,
                        "failed to endorse transaction, see attached details for more info",
                        List.of(first.detail(answer.message())));
            }
            EndorsementPlan plan = plan(proposal, answer.response().get().getInterest(), first);
            plan.take(answer);
            return plan;
        });
    }

    private GatewayPeer elsewhere(UnpackedProposal proposal) {
        if (proposal.hasTransientData()) {
            throw new GatewayException(
                    Code.FAILED_PRECONDITION,
                    "no endorsers found in the gateway's organization; retry specifying endorsing organization(s) to"
                            + " protect transient data");
        }
        return layouts(proposal, chaincodeAlone(proposal)).get(0).iterator().next();
    }

    private EndorsementPlan plan(UnpackedProposal proposal, ChaincodeInterest reported, GatewayPeer first) {
        ChaincodeInterest interest = reported.getChaincodesCount() > 0 ? reported : chaincodeAlone(proposal);
        if (!proposal.hasTransientData()) {
            return new EndorsementPlan(layouts(proposal, interest), Optional.of(first));
        }
        TransientGuard guard = TransientGuard.over(interest);
        try {
            return new EndorsementPlan(layouts(proposal, guard.guarded()), Optional.of(first));
        } catch (GatewayException refusal) {
            if (!guard.collections().isEmpty() && isPlannable(proposal, interest)) {
                throw new GatewayException(
                        Code.FAILED_PRECONDITION,
                        "requires endorsement from organisation(s) that are not in the distribution policy of the"
                                + " private data collection(s): [" + String.join(" ", guard.collections())
                                + "]; retry specifying trusted endorsing organizations to protect transient data");
            }
            throw refusal;
        }
    }

    private boolean isPlannable(UnpackedProposal proposal, ChaincodeInterest interest) {
        try {
            return !layouts.forInterest(proposal.channel(), interest).isEmpty();
        } catch (UnplannableException e) {
            return false;
        }
    }

    private List<Set<GatewayPeer>> layouts(UnpackedProposal proposal, ChaincodeInterest interest) {
        try {
            return layouts.forInterest(proposal.channel(), interest);
        } catch (UnplannableException e) {
            throw new GatewayException(Code.FAILED_PRECONDITION, PLAN + e.getMessage());
        }
    }

    private static ChaincodeInterest chaincodeAlone(UnpackedProposal proposal) {
        return ChaincodeInterest.newBuilder()
                .addChaincodes(ChaincodeCall.newBuilder().setName(proposal.chaincode()))
                .build();
    }

    private CompletableFuture<ChaincodeEndorsedAction> collect(EndorsementPlan plan, SignedProposal proposal) {
        List<GatewayPeer> asked = plan.next();
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(plan.action()
                    .orElseThrow(() -> new GatewayException(
                            Code.ABORTED,
                            "failed to collect enough transaction endorsements, see attached details for more info",
                            plan.details())));
        }
        List<CompletableFuture<Answer>> answers = asked.stream()
                .map(peer -> Answer.endorse(peer, proposal, peers.localMspId()))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenCompose(all -> {
                    answers.forEach(answer -> plan.take(answer.join()));
                    return collect(plan, proposal);
                });
    }

    private static Envelope transaction(UnpackedProposal proposal, ChaincodeEndorsedAction action) {
        ByteString input =
                proposal.payload().toBuilder().clearTransientMap().build().toByteString();
        ChaincodeActionPayload payload = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(input)
                .setAction(action)
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(payload.toByteString()))
                .build();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(proposal.header())
                        .setData(transaction.toByteString())
                        .build()
                        .toByteString())
                .build();
    }
}
