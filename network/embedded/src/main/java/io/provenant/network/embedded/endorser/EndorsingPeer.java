package io.provenant.network.embedded.endorser;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.SigningIdentity;
import io.provenant.network.embedded.chaincode.ChaincodeCall;
import io.provenant.network.embedded.chaincode.ChaincodeConnection;
import io.provenant.network.embedded.chaincode.ChaincodeResult;
import io.provenant.network.embedded.chaincode.ExecutionException;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.ledger.LedgerException;
import io.provenant.network.embedded.ledger.Simulation;
import io.provenant.network.embedded.ledger.SimulationRequest;
import io.provenant.network.embedded.ledger.SimulationResult;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * The endorsing peer of one organisation: runs each proposal on its own organisation's chaincode and signs what came
 * out with its own key.
 */
public final class EndorsingPeer {

    private static final int CHAINCODE_ERROR = 500;
    private static final int FIRST_UNENDORSED_STATUS = 400;

    private final Member member;
    private final SigningIdentity identity;
    private final ChannelLedger ledger;
    private final ChannelAccess access;
    private final ProposalChecks checks;
    private final Optional<ChaincodeConnection> chaincode;
    private final Executor executor;

    /**
     * A peer of an organisation.
     *
     * @param chaincode the connection to the organisation's chaincode; without one it endorses nothing
     * @param executor runs what follows the chaincode's answer
     */
    public EndorsingPeer(
            SigningIdentity identity,
            ChannelLedger ledger,
            Optional<ChaincodeConnection> chaincode,
            Executor executor,
            Clock clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.access = new ChannelAccess(ledger.channelId(), ledger.membership());
        this.member = ledger.membership()
                .find(identity.serialized())
                .orElseThrow(() -> new IllegalArgumentException("the peer's certificate is no member's"));
        this.checks = new ProposalChecks(access, ledger, clock);
        this.chaincode = chaincode;
        this.executor = executor;
    }

    /** The peer as a member of its organisation. */
    public Member member() {
        return member;
    }

    public boolean hasChaincode() {
        return chaincode.isPresent();
    }

    /** Runs a proposal and keeps what it would write to collections, until it commits. */
    public CompletableFuture<ProposalResponse> endorse(SignedProposal proposal) {
        return process(proposal, true);
    }

    /** Runs a proposal for its answer only. */
    public CompletableFuture<ProposalResponse> evaluate(SignedProposal proposal) {
        return process(proposal, false);
    }

    /** A refused proposal is a failed future of {@link ProposalRefusedException}; all else is a response. */
    private CompletableFuture<ProposalResponse> process(SignedProposal signed, boolean retains) {
        UnpackedProposal proposal;
        Member creator;
        try {
            checks.filter(signed);
            proposal = UnpackedProposal.of(signed);
            if (!proposal.channel().isEmpty() && !proposal.channel().equals(access.channel())) {
                return failed("channel '" + proposal.channel() + "' not found");
            }
            creator = checks.validate(proposal);
        } catch (ProposalRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return simulate(proposal, creator, retains).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof ExecutionException || cause instanceof LedgerException) {
                return error("error in simulation: " + cause.getMessage());
            }
            throw new CompletionException(cause);
        });
    }

    private CompletableFuture<ProposalResponse> simulate(UnpackedProposal proposal, Member creator, boolean retains) {
        Optional<String> missing = missingChaincode(proposal.channel(), proposal.extensionChaincode());
        if (missing.isPresent()) {
            return failed("make sure the chaincode " + proposal.extensionChaincode()
                    + " has been successfully defined on channel " + proposal.channel() + " and try again: "
                    + missing.get());
        }
        Simulation simulation = ledger.simulate(new SimulationRequest(proposal.txId(), member.mspId(), creator));
        ChaincodeCall call =
                new ChaincodeCall(proposal.channel(), proposal.txId(), proposal.input(), proposal.signed(), simulation);
        return chaincode
                .orElseThrow()
                .execute(call)
                .thenApplyAsync(result -> respond(proposal, simulation, result, retains), executor);
    }

    private Optional<String> missingChaincode(String channel, String name) {
        if (channel.isEmpty()) {
            return Optional.of("could not get channel config for channel ''");
        }
        if (!name.equals(ledger.chaincode().name())) {
            return Optional.of("chaincode " + name + " not found");
        }
        return chaincode.isPresent()
                ? Optional.empty()
                : Optional.of("chaincode definition for '" + name + "' exists, but chaincode is not installed");
    }

    private ProposalResponse respond(
            UnpackedProposal proposal, Simulation simulation, ChaincodeResult result, boolean retains) {
        SimulationResult simulated = simulation.finish();
        Response response = result.response();
        ProposalResponse.Builder answer = ProposalResponse.newBuilder().setResponse(response);
        if (response.getStatus() >= FIRST_UNENDORSED_STATUS && response.getStatus() < CHAINCODE_ERROR) {
            return answer.build();
        }
        ByteString payload = payload(proposal, simulated, result);
        answer.setPayload(payload).setInterest(simulated.interest());
        if (response.getStatus() >= CHAINCODE_ERROR) {
            return answer.build();
        }
        if (retains) {
            simulated.privateWrites().ifPresent(writes -> ledger.retain(proposal.txId(), writes));
        }
        return answer.setVersion(1).setEndorsement(endorsement(payload)).build();
    }

    private ByteString payload(UnpackedProposal proposal, SimulationResult simulated, ChaincodeResult result) {
        ByteString event = result.event()
                .map(set -> ChaincodeEvent.newBuilder(set)
                        .setChaincodeId(proposal.extensionChaincode())
                        .setTxId(proposal.txId())
                        .build()
                        .toByteString())
                .orElse(ByteString.EMPTY);
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setEvents(event)
                .setResults(simulated.readWriteSet())
                .setResponse(result.response())
                .setChaincodeId(ChaincodeID.newBuilder()
                        .setName(proposal.extensionChaincode())
                        .setVersion(ledger.chaincode().version()))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setExtension(action.toByteString())
                .setProposalHash(proposal.hash())
                .build()
                .toByteString();
    }

    private Endorsement endorsement(ByteString payload) {
        return Endorsement.newBuilder()
                .setEndorser(identity.serialized())
                .setSignature(identity.sign(payload.concat(identity.serialized())))
                .build();
    }

    private static CompletableFuture<ProposalResponse> failed(String message) {
        return CompletableFuture.completedFuture(error(message));
    }

    private static ProposalResponse error(String message) {
        return ProposalResponse.newBuilder()
                .setResponse(Response.newBuilder().setStatus(CHAINCODE_ERROR).setMessage(message))
                .build();
    }
}
