package io.provenant.network.wire;

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
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A transaction in its block, and what the peer made of it. */
public record Ordered(long block, int position, String txId, int type, TxValidationCode code, Envelope envelope) {

    public static List<Ordered> of(Block block) {
        ByteString filter = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        List<Ordered> transactions = new ArrayList<>();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            TxValidationCode code = TxValidationCode.forNumber(Byte.toUnsignedInt(filter.byteAt(i)));
            transactions.add(
                    of(block.getHeader().getNumber(), i, code, block.getData().getData(i)));
        }
        return transactions;
    }

    private static Ordered of(long block, int position, TxValidationCode code, ByteString bytes) {
        try {
            Envelope envelope = Envelope.parseFrom(bytes);
            ChannelHeader header = ChannelHeader.parseFrom(
                    Payload.parseFrom(envelope.getPayload()).getHeader().getChannelHeader());
            return new Ordered(block, position, header.getTxId(), header.getType(), code, envelope);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("block " + block + " holds something else than envelopes", e);
        }
    }

    public boolean isValidEndorsed() {
        return code == TxValidationCode.VALID && type == HeaderType.ENDORSER_TRANSACTION_VALUE;
    }
}
