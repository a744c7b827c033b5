package io.provenant.gateway.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.log.JdkDigests;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Decodes an envelope of a block. A valid one is read in full, and what cannot be read is a fault; an invalid one holds
 * whatever somebody sent, so only what identifies it is read, and its reads where they can be.
 */
final class TransactionReader {

    private static final Pattern COMMAND = Pattern.compile("[A-Za-z:]{1,64}");
    private static final Pattern TX_ID = Pattern.compile("[0-9a-f]{64}");
    private static final String EVENT = "pvn";
    private static final JdkDigests DIGESTS = new JdkDigests();

    private final String chaincode;
    private final Creators creators = new Creators();

    TransactionReader(String chaincode) {
        this.chaincode = chaincode;
    }

    Optional<LedgerTransaction> read(int number, int code, ByteString bytes) throws InvalidProtocolBufferException {
        TxValidationCode validation =
                Optional.ofNullable(TxValidationCode.forNumber(code)).orElse(TxValidationCode.INVALID_OTHER_REASON);
        try {
            ByteString signed = Envelope.parseFrom(bytes).getPayload();
            Payload payload = Payload.parseFrom(signed);
            ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            boolean call = channel.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
            if (!call || !TX_ID.matcher(channel.getTxId()).matches()) {
                return Optional.empty();
            }
            ByteString creator = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())
                    .getCreator();
            ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(
                    Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
            return call(number, hash(signed), channel, validation, creators.of(creator), action);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            if (validation == TxValidationCode.VALID) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<LedgerTransaction> call(
            int number,
            Digest payloadHash,
            ChannelHeader channel,
            TxValidationCode code,
            Creator creator,
            ChaincodeActionPayload payload)
            throws InvalidProtocolBufferException {
        boolean valid = code == TxValidationCode.VALID;
        ChaincodeSpec spec = ChaincodeInvocationSpec.parseFrom(
                        ChaincodeProposalPayload.parseFrom(payload.getChaincodeProposalPayload())
                                .getInput())
                .getChaincodeSpec();
        ChaincodeAction action = ChaincodeAction.parseFrom(
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload())
                        .getExtension());
        boolean own = spec.getChaincodeId().getName().equals(chaincode);
        WriteSet all = WriteSetReader.read(action.getResults(), chaincode, valid);
        if (!own && all.equals(WriteSet.EMPTY)) {
            return Optional.empty();
        }
        List<ByteString> arguments = spec.getInput().getArgsList();
        return Optional.of(new LedgerTransaction(
                number,
                channel.getTxId(),
                payloadHash,
                ms(channel.getTimestamp()),
                code,
                creator,
                own ? command(arguments) : "",
                own && valid ? actor(arguments) : Optional.empty(),
                all,
                valid ? facts(action) : List.of()));
    }

    private static String command(List<ByteString> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0).toStringUtf8();
        return COMMAND.matcher(name).matches() ? name : "";
    }

    // A valid call without a readable envelope wrote nothing: the chaincode refuses it.
    private static Optional<JsonObject> actor(List<ByteString> arguments) {
        try {
            return arguments.size() == 2
                    ? StrictJsonReader.parseObject(arguments.get(1).toByteArray())
                            .optionalObject("actor")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<JsonObject> facts(ChaincodeAction action) throws InvalidProtocolBufferException {
        ChaincodeEvent event = ChaincodeEvent.parseFrom(action.getEvents());
        return event.getEventName().equals(EVENT)
                ? StrictJsonReader.parseObject(event.getPayload().toByteArray()).objects("facts")
                : List.of();
    }

    private static Digest hash(ByteString signed) {
        return DIGESTS.digest(signed.toByteArray());
    }

    private static long ms(Timestamp time) {
        return Math.addExact(Math.multiplyExact(time.getSeconds(), 1_000L), time.getNanos() / 1_000_000);
    }
}
