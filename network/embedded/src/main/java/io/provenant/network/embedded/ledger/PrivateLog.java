package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.FrameFile;
import io.provenant.network.embedded.block.OwnerOnly;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * What valid transactions wrote to collections, beside the blocks and on disk before them. A purge rewrites the file
 * without what was purged.
 */
final class PrivateLog implements Closeable {

    private static final String NAME = "private";
    private static final String TEMPORARY = "private.new";
    private static final int VERSION_BYTES = 2 * Long.BYTES;

    private final Path folder;
    private FrameFile frames;
    private final SortedMap<Long, SortedMap<Long, Long>> offsets = new TreeMap<>();

    private PrivateLog(Path folder) throws IOException {
        this.folder = folder;
        this.frames = FrameFile.open(folder.resolve(NAME), 0, (offset, content) -> add(version(content), offset));
    }

    /** Opens the log; whatever was written for a block that is not there is cut off. */
    static PrivateLog open(Path folder, long height) throws IOException {
        Files.deleteIfExists(folder.resolve(TEMPORARY));
        PrivateLog log = new PrivateLog(folder);
        SortedMap<Long, SortedMap<Long, Long>> orphans = log.offsets.tailMap(height);
        OptionalLong first = orphans.values().stream()
                .flatMapToLong(block -> block.values().stream().mapToLong(Long::longValue))
                .min();
        if (first.isPresent()) {
            log.frames.cut(first.getAsLong());
            orphans.clear();
        }
        return log;
    }

    /** Keeps the private writes of a block's transactions, by position; on disk when it returns. */
    synchronized void append(long block, SortedMap<Integer, TxPvtReadWriteSet> writes) throws IOException {
        for (var entry : writes.entrySet()) {
            Version version = new Version(block, entry.getKey());
            add(version, frames.append(frame(version, entry.getValue())));
        }
        if (!writes.isEmpty()) {
            frames.sync();
        }
    }

    /** A block's private writes by position. */
    synchronized SortedMap<Long, TxPvtReadWriteSet> read(long block) throws IOException {
        SortedMap<Long, TxPvtReadWriteSet> writes = new TreeMap<>();
        for (var entry : offsets.getOrDefault(block, new TreeMap<>()).entrySet()) {
            writes.put(entry.getKey(), writes(frames.read(entry.getValue())));
        }
        return writes;
    }

    /** All writes, one over the other. */
    synchronized StateUpdates replay() throws IOException {
        StateUpdates updates = new StateUpdates();
        for (long block : offsets.keySet()) {
            for (var entry : read(block).entrySet()) {
                PrivateWrites.apply(entry.getValue(), new Version(block, entry.getKey()), updates);
            }
        }
        return updates;
    }

    synchronized void purge(List<Purge> purges) throws IOException {
        SortedMap<Long, SortedMap<Long, Long>> before = new TreeMap<>(offsets);
        offsets.clear();
        try (FrameFile kept = FrameFile.open(folder.resolve(TEMPORARY), 0, (offset, content) -> {})) {
            for (var block : before.entrySet()) {
                for (var entry : block.getValue().entrySet()) {
                    Version version = new Version(block.getKey(), entry.getKey());
                    Optional<TxPvtReadWriteSet> left =
                            PrivateWrites.without(writes(frames.read(entry.getValue())), version, purges);
                    if (left.isPresent()) {
                        add(version, kept.append(frame(version, left.get())));
                    }
                }
            }
            kept.sync();
        }
        frames.close();
        OwnerOnly.replace(folder, TEMPORARY, NAME);
        frames = FrameFile.open(folder.resolve(NAME), 0, (offset, content) -> {});
    }

    @Override
    public synchronized void close() throws IOException {
        frames.close();
    }

    private void add(Version version, long offset) {
        offsets.computeIfAbsent(version.block(), missing -> new TreeMap<>()).put(version.transaction(), offset);
    }

    private static ByteString frame(Version version, TxPvtReadWriteSet writes) {
        ByteBuffer place = ByteBuffer.allocate(VERSION_BYTES);
        place.putLong(version.block()).putLong(version.transaction()).flip();
        return ByteString.copyFrom(place).concat(writes.toByteString());
    }

    private static Version version(ByteString frame) {
        ByteBuffer place = frame.asReadOnlyByteBuffer();
        return new Version(place.getLong(), place.getLong());
    }

    private static TxPvtReadWriteSet writes(ByteString frame) throws IOException {
        return TxPvtReadWriteSet.parseFrom(frame.substring(VERSION_BYTES));
    }
}
