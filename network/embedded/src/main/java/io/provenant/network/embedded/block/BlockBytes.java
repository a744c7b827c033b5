package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collections;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The five entries of a block's metadata, by their numbers in {@code BlockMetadataIndex}. */
public final class BlockBytes {

    static final int SIGNATURES = 0;
    static final int TRANSACTIONS_FILTER = 2;
    static final int COMMIT_HASH = 4;
    static final int ENTRIES = 5;

    private BlockBytes() {}

    /** One byte a transaction, in the order of the block. */
    public static ByteString filter(List<TxValidationCode> codes) {
        byte[] filter = new byte[codes.size()];
        for (int i = 0; i < filter.length; i++) {
            filter[i] = (byte) codes.get(i).getNumber();
        }
        return ByteString.copyFrom(filter);
    }

    public static ByteString filter(Block block) {
        return block.getMetadata().getMetadata(TRANSACTIONS_FILTER);
    }

    /** Whether a transaction of a committed block was valid, or why not. */
    public static TxValidationCode validationCode(Block block, int position) {
        int number = Byte.toUnsignedInt(filter(block).byteAt(position));
        TxValidationCode code = TxValidationCode.forNumber(number);
        if (code == null) {
            throw new IllegalArgumentException("block " + block.getHeader().getNumber() + " has at " + position
                    + " the unknown validation code " + number);
        }
        return code;
    }

    /** The commit hash that a peer wrote into a block; empty in block 0. */
    public static ByteString commitHash(Block block) {
        try {
            return Metadata.parseFrom(block.getMetadata().getMetadata(COMMIT_HASH))
                    .getValue();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "block " + block.getHeader().getNumber() + " has a commit hash that cannot be read", e);
        }
    }

    static BlockMetadata.Builder metadata(ByteString signatures) {
        return BlockMetadata.newBuilder()
                .addAllMetadata(Collections.nCopies(ENTRIES, ByteString.EMPTY))
                .setMetadata(SIGNATURES, signatures);
    }

    /** The block as a peer keeps it: with validation codes and, after block 0, a commit hash. */
    public static Block validated(Block ordered, ByteString filter, ByteString commitHash) {
        Block.Builder block = ordered.toBuilder();
        block.getMetadataBuilder()
                .setMetadata(TRANSACTIONS_FILTER, filter)
                .setMetadata(
                        COMMIT_HASH,
                        Metadata.newBuilder().setValue(commitHash).build().toByteString());
        return block.build();
    }
}
