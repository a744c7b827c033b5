package io.provenant.gateway.log;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The heads of this log that the ledger accepted, a line each; a later line for a size replaces the earlier one. A line
 * torn by a crash is cut: the ledger still has the head, and the next step writes it again.
 */
final class AnchorJournal implements AutoCloseable {

    private final FileChannel file;
    private final ConcurrentSkipListMap<Long, Anchor> bySize = new ConcurrentSkipListMap<>();
    private long end;

    private AnchorJournal(FileChannel file) {
        this.file = file;
    }

    static AnchorJournal open(Path path) {
        try {
            String text = Files.exists(path) ? Files.readString(path) : "";
            AnchorJournal journal = new AnchorJournal(FileChannel.open(path, CREATE, WRITE));
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            journal.end = whole.getBytes(StandardCharsets.UTF_8).length;
            journal.file.truncate(journal.end);
            whole.lines().map(Anchor::parse).forEach(journal::remember);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("the anchors in " + path, e);
        }
    }

    void write(Anchor anchor) {
        try {
            ByteBuffer line = ByteBuffer.wrap((anchor.toJson().canonical() + "\n").getBytes(StandardCharsets.UTF_8));
            file.truncate(end); // what an earlier write left half done, on a disk that was full
            long at = end;
            while (line.hasRemaining()) {
                at += file.write(line, at);
            }
            file.force(false);
            end = at;
            remember(anchor);
        } catch (IOException e) {
            throw new UncheckedIOException("writing an anchor", e);
        }
    }

    Optional<Anchor> of(long size) {
        return Optional.ofNullable(bySize.get(size));
    }

    /** The anchor to show for a leaf: the first attested head that covers it, or else the first head that does. */
    Optional<Anchor> covering(long index) {
        Map<Long, Anchor> covering = bySize.tailMap(index, false);
        Optional<Anchor> attested = covering.values().stream()
                .filter(anchor -> anchor.attestation().isPresent())
                .findFirst();
        return attested.or(() -> covering.values().stream().findFirst());
    }

    private void remember(Anchor anchor) {
        bySize.put(anchor.checkpoint().size(), anchor);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the anchors", e);
        }
    }
}
