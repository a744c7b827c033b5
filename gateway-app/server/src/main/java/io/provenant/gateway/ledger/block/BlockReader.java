package io.provenant.gateway.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;

/** Decodes the blocks of a channel, one after the other, and checks what a block says of itself. */
public final class BlockReader {

    private final TransactionReader transactions;

    /** Reads the transactions of this chaincode. */
    public BlockReader(String chaincode) {
        this.transactions = new TransactionReader(chaincode);
    }

    /** The block; {@link BlockFaultException} where its bytes contradict each other. */
    public LedgerBlock read(Block block) {
        long number = block.getHeader().getNumber();
        if (!BlockHashes.data(block.getData())
                .equals(Digest.of(block.getHeader().getDataHash().toByteArray()))) {
            throw new BlockFaultException("block " + number + ": the data hash of its header is not that of its data");
        }
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        List<ByteString> envelopes = block.getData().getDataList();
        if (codes.size() != envelopes.size()) {
            throw new BlockFaultException("block " + number + ": " + envelopes.size() + " transactions, " + codes.size()
                    + " validation codes");
        }
        List<LedgerTransaction> found = new ArrayList<>();
        for (int i = 0; i < envelopes.size(); i++) {
            transaction(number, i, codes.byteAt(i) & 0xff, envelopes.get(i)).ifPresent(found::add);
        }
        ByteString previous = block.getHeader().getPreviousHash();
        return new LedgerBlock(
                number,
                BlockHashes.header(block.getHeader()),
                number == 0 ? Optional.empty() : Optional.of(Digest.of(previous.toByteArray())),
                found);
    }

    private Optional<LedgerTransaction> transaction(long block, int number, int code, ByteString envelope) {
        try {
            return transactions.read(number, code, envelope);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            throw new BlockFaultException("block " + block + ", transaction " + number + " cannot be read", e);
        }
    }
}
