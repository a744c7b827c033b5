package io.provenant.network.embedded.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Blocks without what was written: ids, types, validation codes, and events without their payload. */
final class FilteredBlocks {

    private FilteredBlocks() {}

    static FilteredBlock of(Block block) throws InvalidProtocolBufferException {
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        int position = 0;
        for (ByteString data : block.getData().getDataList()) {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            filtered.setChannelId(header.getChannelId())
                    .addFilteredTransactions(transaction(header, payload.getData(), codes.byteAt(position++) & 0xff));
        }
        return filtered.build();
    }

    private static FilteredTransaction transaction(ChannelHeader header, ByteString data, int code)
            throws InvalidProtocolBufferException {
        FilteredTransaction.Builder transaction = FilteredTransaction.newBuilder()
                .setTxid(header.getTxId())
                .setTypeValue(header.getType())
                .setTxValidationCode(TxValidationCode.forNumber(code));
        if (header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            transaction.setTransactionActions(actions(Transaction.parseFrom(data)));
        }
        return transaction.build();
    }

    private static FilteredTransactionActions actions(Transaction transaction) throws InvalidProtocolBufferException {
        FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
        for (TransactionAction action : transaction.getActionsList()) {
            ChaincodeEvent event = event(action);
            if (!event.getChaincodeId().isEmpty()) {
                actions.addChaincodeActions(FilteredChaincodeAction.newBuilder()
                        .setChaincodeEvent(event.toBuilder().clearPayload()));
            }
        }
        return actions.build();
    }

    private static ChaincodeEvent event(TransactionAction action) throws InvalidProtocolBufferException {
        ChaincodeActionPayload payload = ChaincodeActionPayload.parseFrom(action.getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
        return ChaincodeEvent.parseFrom(
                ChaincodeAction.parseFrom(response.getExtension()).getEvents());
    }
}
