package io.provenant.network.embedded.ledger;

import com.google.protobuf.CodedOutputStream;
import io.provenant.network.embedded.block.BlockFile;
import io.provenant.network.embedded.state.SortedTree;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows from the blocks: where they begin, the public and hashed state, ids and history. Nothing private:
 * that has a file of its own, which a purge rewrites.
 */
final class CheckpointWriter {

    private final CodedOutputStream out;

    CheckpointWriter(CodedOutputStream out) {
        this.out = out;
    }

    void write(BlockFile.Known known, Chain chain) throws IOException {
        out.writeUInt64NoTag(known.end());
        out.writeBytesNoTag(known.tip());
        out.writeUInt32NoTag(known.offsets().size());
        for (long offset : known.offsets()) {
            out.writeUInt64NoTag(offset);
        }
        out.writeBytesNoTag(chain.tip().toByteString());
        out.writeBytesNoTag(chain.commitHash());
        writeSpaces(kept(chain.state().all()));
        writeTransactions(chain.transactions().all());
        writeHistory(chain.history().all());
    }

    private static SortedMap<Space, SortedTree> kept(SortedMap<Space, SortedTree> all) {
        SortedMap<Space, SortedTree> kept = new TreeMap<>(all);
        kept.keySet().removeIf(space -> space.kind() == Space.Kind.PRIVATE || space.equals(Lifecycle.SPACE));
        return kept;
    }

    private void writeSpaces(SortedMap<Space, SortedTree> spaces) throws IOException {
        out.writeUInt32NoTag(spaces.size());
        for (Map.Entry<Space, SortedTree> space : spaces.entrySet()) {
            out.writeStringNoTag(space.getKey().kind().name());
            out.writeStringNoTag(space.getKey().namespace());
            out.writeStringNoTag(space.getKey().collection());
            out.writeUInt32NoTag(space.getValue().size());
            for (var entries = space.getValue().from(""); entries.hasNext(); ) {
                SortedTree.Entry entry = entries.next();
                out.writeStringNoTag(entry.key());
                out.writeBytesNoTag(entry.value().value());
                out.writeBytesNoTag(entry.value().metadata());
                write(entry.value().version());
            }
        }
    }

    private void writeTransactions(Collection<CommittedTransaction> transactions) throws IOException {
        out.writeUInt32NoTag(transactions.size());
        for (CommittedTransaction transaction : transactions) {
            out.writeStringNoTag(transaction.txId());
            out.writeUInt64NoTag(transaction.blockNumber());
            out.writeUInt32NoTag(transaction.position());
            out.writeUInt32NoTag(transaction.validationCode().getNumber());
        }
    }

    private void writeHistory(Map<KeyHistory.Key, KeyHistory.Change> history) throws IOException {
        out.writeUInt32NoTag(history.size());
        for (Map.Entry<KeyHistory.Key, KeyHistory.Change> key : history.entrySet()) {
            out.writeStringNoTag(key.getKey().namespace());
            out.writeStringNoTag(key.getKey().key());
            List<Version> versions = oldestFirst(key.getValue());
            out.writeUInt32NoTag(versions.size());
            for (Version version : versions) {
                write(version);
            }
        }
    }

    private static List<Version> oldestFirst(KeyHistory.Change newest) {
        List<Version> versions = new ArrayList<>();
        for (KeyHistory.@Nullable Change change = newest; change != null; change = change.previous()) {
            versions.add(change.version());
        }
        Collections.reverse(versions);
        return versions;
    }

    private void write(Version version) throws IOException {
        out.writeUInt64NoTag(version.block());
        out.writeUInt64NoTag(version.transaction());
    }
}
