package io.provenant.network.embedded.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/** What a transaction does and when its client proposed it, read from its envelope without judging it. */
public record EndorsedTransaction(String txId, Timestamp timestamp, ReadWriteSet readWriteSet) {

    /** Reads the envelope of a transaction that was valid when it was committed. */
    public static EndorsedTransaction parse(ByteString envelope) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(
                Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        ByteString results = ChaincodeAction.parseFrom(response.getExtension()).getResults();
        return new EndorsedTransaction(header.getTxId(), header.getTimestamp(), ReadWriteSet.parse(results));
    }
}
