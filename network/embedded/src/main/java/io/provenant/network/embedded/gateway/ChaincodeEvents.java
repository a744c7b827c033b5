package io.provenant.network.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The events of a block's valid transactions, in the order of the block. */
final class ChaincodeEvents {

    private ChaincodeEvents() {}

    static List<ChaincodeEvent> of(Block block) {
        List<ChaincodeEvent> events = new ArrayList<>();
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        int position = 0;
        for (ByteString data : block.getData().getDataList()) {
            if (codes.byteAt(position++) == TxValidationCode.VALID_VALUE) {
                addTo(events, data);
            }
        }
        return events;
    }

    private static void addTo(List<ChaincodeEvent> events, ByteString data) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
                for (TransactionAction action :
                        Transaction.parseFrom(payload.getData()).getActionsList()) {
                    addTo(events, action);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a valid transaction cannot be read", e);
        }
    }

    private static void addTo(List<ChaincodeEvent> events, TransactionAction action)
            throws InvalidProtocolBufferException {
        ChaincodeActionPayload payload = ChaincodeActionPayload.parseFrom(action.getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
        ByteString event = ChaincodeAction.parseFrom(response.getExtension()).getEvents();
        if (!event.isEmpty()) {
            events.add(ChaincodeEvent.parseFrom(event));
        }
    }
}
