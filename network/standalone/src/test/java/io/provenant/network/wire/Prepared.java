package io.provenant.network.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** The parts of an endorsed transaction, taken apart and put together again. */
public record Prepared(Payload payload, ChaincodeActionPayload actionPayload) {

    public static Prepared of(Envelope envelope) {
        Payload payload = parse(Payload.parser(), envelope.getPayload());
        Transaction transaction = parse(Transaction.parser(), payload.getData());
        TransactionAction action = transaction.getActions(0);
        return new Prepared(payload, parse(ChaincodeActionPayload.parser(), action.getPayload()));
    }

    public Header header() {
        return payload.getHeader();
    }

    public ProposalResponsePayload response() {
        return parse(ProposalResponsePayload.parser(), actionPayload.getAction().getProposalResponsePayload());
    }

    public ChaincodeAction action() {
        return parse(ChaincodeAction.parser(), response().getExtension());
    }

    /** The namespaces without Fabric's own life cycle. */
    public List<NsReadWriteSet> spaces() {
        return parse(TxReadWriteSet.parser(), action().getResults()).getNsRwsetList().stream()
                .filter(space -> !space.getNamespace().equals("_lifecycle"))
                .toList();
    }

    public List<Endorsement> endorsements() {
        return actionPayload.getAction().getEndorsementsList();
    }

    /** The payload with other endorsements, or with another response. */
    public ByteString with(ByteString responsePayload, List<Endorsement> endorsements) {
        ChaincodeEndorsedAction changed = ChaincodeEndorsedAction.newBuilder()
                .setProposalResponsePayload(responsePayload)
                .addAllEndorsements(endorsements)
                .build();
        Transaction transaction = parse(Transaction.parser(), payload.getData());
        TransactionAction action = transaction.getActions(0).toBuilder()
                .setPayload(actionPayload.toBuilder().setAction(changed).build().toByteString())
                .build();
        return payload.toBuilder()
                .setData(transaction.toBuilder().setActions(0, action).build().toByteString())
                .build()
                .toByteString();
    }

    public static <T> T parse(Parser<T> parser, ByteString bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message of another kind", e);
        }
    }
}
