package io.provenant.gateway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.attestation.Endorsement;
import java.util.List;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;

/** Questions to the ledger: endorsed and never submitted, or asked of this organisation's peer alone. */
final class Attestations {

    private static final int TIMES = 8;

    private final Gateways gateways;
    private final Proposals proposals;
    private final FabricSettings settings;

    Attestations(Gateways gateways, Proposals proposals, FabricSettings settings) {
        this.gateways = gateways;
        this.proposals = proposals;
        this.settings = settings;
    }

    AttestationFile attest(List<String> keys) throws LedgerUnavailableException, LedgerRefusedException {
        LedgerCommand question = LedgerCommand.of("attest", JsonObject.empty().withTexts("keys", keys));
        for (int time = 1; ; time++) {
            try {
                return endorsed(question);
            } catch (EndorseException e) {
                GatewayFault fault = GatewayFault.of(e);
                boolean passing =
                        fault.kind() == GatewayFault.Kind.DISAGREEMENT || fault.kind() == GatewayFault.Kind.BUSY;
                if (!passing || time == TIMES) {
                    throw unanswered("attest", fault, e);
                }
                Pause.take(time);
            }
        }
    }

    JsonObject evaluate(LedgerCommand question) throws LedgerUnavailableException, LedgerRefusedException {
        for (int time = 1; ; time++) {
            try {
                Gateway gateway = gateways.of(settings.service());
                return StrictJsonReader.parseObject(
                        proposals.of(gateway, question, settings.mspId()).evaluate());
            } catch (GatewayException e) {
                GatewayFault fault = GatewayFault.of(e);
                if (fault.kind() != GatewayFault.Kind.BUSY || time == TIMES) {
                    throw unanswered(question.name(), fault, e);
                }
                Pause.take(time);
            }
        }
    }

    private AttestationFile endorsed(LedgerCommand question) throws EndorseException, LedgerUnavailableException {
        Gateway gateway = gateways.of(settings.service());
        Proposal proposal = proposals.of(gateway, question, settings.attesters().toArray(String[]::new));
        byte[] prepared = proposal.endorse().getBytes();
        AttestationFile file = file(proposal.getBytes(), prepared);
        long organisations =
                file.endorsements().stream().map(Endorsement::mspId).distinct().count();
        if (organisations < settings.enough()) {
            throw new LedgerUnavailableException(
                    "attested by " + organisations + " organisations, expected " + settings.enough());
        }
        return file;
    }

    /** Both signed: the proposal by the client before it was endorsed, the payload by each endorser. */
    static AttestationFile file(byte[] proposed, byte[] prepared) {
        try {
            ChaincodeEndorsedAction action = SignedEnvelope.endorsed(PreparedTransaction.parseFrom(prepared));
            return AttestationFile.of(
                    ProposedTransaction.parseFrom(proposed).getProposal().toByteString(),
                    action.getProposalResponsePayload(),
                    action.getEndorsementsList().stream()
                            .map(one -> new Endorsement(one.getEndorser(), one.getSignature()))
                            .toList());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no endorsed transaction", e);
        }
    }

    private static LedgerUnavailableException unanswered(String question, GatewayFault fault, GatewayException cause)
            throws LedgerRefusedException {
        if (fault.refusal().isPresent()) {
            RefusalMessage no = fault.refusal().get();
            throw new LedgerRefusedException(no.codes(), no.message());
        }
        return new LedgerUnavailableException(question + ": " + fault.text(), cause);
    }
}
