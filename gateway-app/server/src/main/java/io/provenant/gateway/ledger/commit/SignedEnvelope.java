package io.provenant.gateway.ledger.commit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.ledger.block.KeyVersion;
import io.provenant.gateway.ledger.block.WriteSetReader;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.party.Fence;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * An endorsed transaction with the client's signature, ready to be ordered any number of times, once with effect.
 *
 * @param prepared the bytes of {@code gateway.PreparedTransaction}
 * @param payloadHash SHA-256 of the signed payload, by which it is known in a block
 * @param fence the version at which it read the fence; absent for {@code document:deposit}, which reads none
 * @param answer the chaincode's answer, {@code {v, command, answer, writes}}
 */
public record SignedEnvelope(
        String txId, ByteString prepared, Digest payloadHash, Optional<KeyVersion> fence, JsonObject answer) {

    private static final JdkDigests DIGESTS = new JdkDigests();

    /** Takes a signed {@code gateway.PreparedTransaction} apart. */
    public static SignedEnvelope parse(ByteString prepared, String chaincode) {
        try {
            PreparedTransaction transaction = PreparedTransaction.parseFrom(prepared);
            byte[] payload = transaction.getEnvelope().getPayload().toByteArray();
            ChaincodeAction action = ChaincodeAction.parseFrom(
                    ProposalResponsePayload.parseFrom(endorsed(transaction).getProposalResponsePayload())
                            .getExtension());
            return new SignedEnvelope(
                    transaction.getTransactionId(),
                    prepared,
                    DIGESTS.digest(payload),
                    WriteSetReader.read(action.getResults(), chaincode, false).versionRead(Fence.KEY.text()),
                    StrictJsonReader.parseObject(
                            action.getResponse().getPayload().toByteArray()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no endorsed transaction", e);
        }
    }

    /** What the peers signed, and their signatures. */
    public static ChaincodeEndorsedAction endorsed(PreparedTransaction transaction)
            throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(transaction.getEnvelope().getPayload());
        return ChaincodeActionPayload.parseFrom(
                        Transaction.parseFrom(payload.getData()).getActions(0).getPayload())
                .getAction();
    }

    /** The records written, {@code {key, rev}} or {@code {key, deleted}}. */
    public List<JsonObject> writes() {
        return answer.has("writes") ? answer.objects("writes") : List.of();
    }
}
