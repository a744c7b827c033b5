package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.FrameFile;
import io.provenant.network.embedded.block.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.gossip.PrivatePayload;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * What endorsed transactions would write to collections, until they commit: on disk, for the envelope may come after a
 * restart. What never commits is forgotten after as many blocks as a peer waits.
 */
final class TransientLog implements Closeable {

    private static final String NAME = "transient";
    private static final String TEMPORARY = "transient.new";
    private static final long BLOCKS_KEPT = 20_000;
    private static final long WORTH_REWRITING = 1 << 23;

    private final Path folder;
    private final Map<String, Map<TxPvtReadWriteSet, Long>> retained = new HashMap<>();
    private FrameFile frames;
    private long rewrittenSize;

    private TransientLog(Path folder) throws IOException {
        this.folder = folder;
        this.frames = FrameFile.open(folder.resolve(NAME), 0, (offset, content) -> add(content));
    }

    /** Opens the log without what has been committed meanwhile. */
    static TransientLog open(Path folder, Predicate<String> isCommitted) throws IOException {
        Files.deleteIfExists(folder.resolve(TEMPORARY));
        TransientLog log = new TransientLog(folder);
        if (log.retained.keySet().removeIf(isCommitted)) {
            log.rewrite();
        }
        return log;
    }

    /** Keeps a write set that was endorsed at a height; on disk when it returns. */
    synchronized void retain(String txId, long height, TxPvtReadWriteSet writes) throws IOException {
        if (add(txId, height, writes)) {
            frames.append(frame(txId, height, writes));
            frames.sync();
        }
    }

    /** What was retained for a transaction: one set, or several where its endorsers did not agree. */
    synchronized List<TxPvtReadWriteSet> find(String txId) {
        return List.copyOf(retained.getOrDefault(txId, Map.of()).keySet());
    }

    /** Forgets what has been committed and what is too old; after a purge nothing forgotten stays in the file. */
    synchronized void forget(Collection<String> txIds, long height, boolean isPurge) throws IOException {
        boolean isLess = retained.keySet().removeAll(txIds);
        for (Map<TxPvtReadWriteSet, Long> sets : retained.values()) {
            isLess |= sets.values().removeIf(retainedAt -> retainedAt + BLOCKS_KEPT < height);
        }
        retained.values().removeIf(Map::isEmpty);
        boolean isLarge = frames.size() > 2 * rewrittenSize + WORTH_REWRITING;
        if (isPurge || (isLess && (retained.isEmpty() || isLarge))) {
            rewrite();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        frames.close();
    }

    private void rewrite() throws IOException {
        try (FrameFile kept = FrameFile.open(folder.resolve(TEMPORARY), 0, (offset, content) -> {})) {
            for (var transaction : retained.entrySet()) {
                for (var set : transaction.getValue().entrySet()) {
                    kept.append(frame(transaction.getKey(), set.getValue(), set.getKey()));
                }
            }
            kept.sync();
            rewrittenSize = kept.size();
        }
        frames.close();
        OwnerOnly.replace(folder, TEMPORARY, NAME);
        frames = FrameFile.open(folder.resolve(NAME), 0, (offset, content) -> {});
    }

    private boolean add(String txId, long height, TxPvtReadWriteSet writes) {
        return retained.computeIfAbsent(txId, missing -> new LinkedHashMap<>()).putIfAbsent(writes, height) == null;
    }

    private void add(ByteString frame) throws IOException {
        PrivatePayload content = PrivatePayload.parseFrom(frame);
        add(content.getTxId(), content.getPrivateSimHeight(), TxPvtReadWriteSet.parseFrom(content.getPrivateRwset()));
    }

    /** The message in which peers send each other such sets says all that is kept. */
    private static ByteString frame(String txId, long height, TxPvtReadWriteSet writes) {
        return PrivatePayload.newBuilder()
                .setTxId(txId)
                .setPrivateSimHeight(height)
                .setPrivateRwset(writes.toByteString())
                .build()
                .toByteString();
    }
}
