package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.provenant.network.embedded.block.BlockFile;
import io.provenant.network.embedded.state.SortedTree;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Reads back what {@link CheckpointWriter} wrote: the same numbers and texts in the same order. */
final class CheckpointReader {

    private final CodedInputStream in;

    CheckpointReader(CodedInputStream in) {
        this.in = in;
    }

    BlockFile.Known readKnown() throws IOException {
        long end = in.readUInt64();
        ByteString tip = in.readBytes();
        List<Long> offsets = new ArrayList<>();
        for (int left = in.readUInt32(); left > 0; left--) {
            offsets.add(in.readUInt64());
        }
        return new BlockFile.Known(offsets, end, tip);
    }

    void read(long height, Chain chain) throws IOException {
        BlockHeader tip = BlockHeader.parseFrom(in.readBytes());
        ByteString commitHash = in.readBytes();
        chain.restore(readState(height), tip, commitHash);
        readTransactions(chain.transactions());
        readHistory(chain.history());
    }

    private WorldState readState(long height) throws IOException {
        SortedMap<Space, SortedTree> spaces = new TreeMap<>();
        for (int left = in.readUInt32(); left > 0; left--) {
            Space.Kind kind = Space.Kind.valueOf(in.readString());
            spaces.put(new Space(in.readString(), in.readString(), kind), readTree());
        }
        return WorldState.of(height, spaces);
    }

    private void readTransactions(TransactionIndex transactions) throws IOException {
        for (int left = in.readUInt32(); left > 0; left--) {
            transactions.add(new CommittedTransaction(
                    in.readString(), in.readUInt64(), in.readUInt32(), TxValidationCode.forNumber(in.readUInt32())));
        }
    }

    private void readHistory(KeyHistory history) throws IOException {
        for (int left = in.readUInt32(); left > 0; left--) {
            KeyHistory.Key key = new KeyHistory.Key(in.readString(), in.readString());
            for (int versions = in.readUInt32(); versions > 0; versions--) {
                history.add(key, readVersion());
            }
        }
    }

    private SortedTree readTree() throws IOException {
        List<SortedTree.Entry> entries = new ArrayList<>();
        for (int left = in.readUInt32(); left > 0; left--) {
            entries.add(new SortedTree.Entry(
                    in.readString(), new StateValue(in.readBytes(), in.readBytes(), readVersion())));
        }
        return SortedTree.of(entries);
    }

    private Version readVersion() throws IOException {
        return new Version(in.readUInt64(), in.readUInt64());
    }
}
