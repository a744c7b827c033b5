package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * The ledger of the node's one channel. A block is on disk before anybody hears of it; readers see the last whole block.
 * Safe for many threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ChannelLedger implements AutoCloseable {

    /** Opens the folder's channel, or founds it with block 0; a torn last block is cut off. */
    public static ChannelLedger open(LedgerSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }

    public String channelId() {
        throw new UnsupportedOperationException();
    }

    /** The organisations of the channel's configuration. */
    public Membership membership() {
        throw new UnsupportedOperationException();
    }

    public ChaincodeDefinition chaincode() {
        throw new UnsupportedOperationException();
    }

    /** The number of blocks; the newest is one less. */
    public long height() {
        throw new UnsupportedOperationException();
    }

    /** A committed block, with its metadata as a peer delivers it; a number not below the height is refused. */
    public Block block(long number) {
        throw new UnsupportedOperationException("" + number);
    }

    /** The first transaction with this id; a later one with the same id is a duplicate and not found by it. */
    public Optional<CommittedTransaction> transaction(String txId) {
        throw new UnsupportedOperationException(txId);
    }

    public Simulation simulate(SimulationRequest request) {
        throw new UnsupportedOperationException(request.toString());
    }

    /** Whether endorsements by these members would satisfy every policy that the read-write set falls under now. */
    public boolean isEndorsed(ByteString readWriteSet, Collection<Member> endorsers) {
        throw new UnsupportedOperationException(endorsers.toString() + readWriteSet);
    }

    /** Keeps what an endorsed transaction would write to collections, on disk, until it commits. */
    public void retain(String txId, TxPvtReadWriteSet privateWrites) {
        throw new UnsupportedOperationException(txId + privateWrites);
    }

    /** Makes the next block of the transactions, validates each, syncs, and then tells the listeners. */
    public Block commit(List<Envelope> ordered) {
        throw new UnsupportedOperationException(ordered.toString());
    }

    /** What a block wrote to the collections that the reader is a member of, by position in the block. */
    public SortedMap<Long, TxPvtReadWriteSet> privateWrites(long blockNumber, Member reader) {
        throw new UnsupportedOperationException(reader.toString() + blockNumber);
    }

    /** Tells a listener of every block that commits from now on. */
    public Subscription subscribe(BlockListener listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
