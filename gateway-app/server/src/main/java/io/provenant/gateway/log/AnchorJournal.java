package io.provenant.gateway.log;

import io.provenant.gateway.vault.AppendFile;
import io.provenant.gateway.vault.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The heads of this log that the ledger accepted, a line each; a later line for a size replaces the earlier one. A line
 * torn by a crash is cut: the ledger still has the head, and the next step writes it again.
 */
final class AnchorJournal implements AutoCloseable {

    private final AppendFile file;
    private final ConcurrentSkipListMap<Long, Anchor> bySize = new ConcurrentSkipListMap<>();
    private long end;

    private AnchorJournal(AppendFile file) {
        this.file = file;
    }

    static AnchorJournal open(Path path, AppendFile.Opener opener) {
        try {
            AppendFile file = opener.open(path);
            try {
                AnchorJournal journal = new AnchorJournal(file);
                journal.recover();
                Folders.flush(path.resolveSibling("."));
                return journal;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the anchors in " + path, e);
        }
    }

    private void recover() throws IOException {
        String text = new String(file.read(0, Math.toIntExact(file.size())).array(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().map(Anchor::parse).forEach(this::remember);
        // What a killed process read of a flush that failed, its last line, is in memory only: it is written again.
        byte[] last = bytes(whole.substring(whole.lastIndexOf('\n', whole.length() - 2) + 1));
        end = (long) bytes(whole).length - last.length;
        append(last);
    }

    void write(Anchor anchor) {
        try {
            append(bytes(anchor.toJson().canonical() + "\n"));
            remember(anchor);
        } catch (IOException e) {
            throw new UncheckedIOException("writing an anchor", e);
        }
    }

    private void append(byte[] line) throws IOException {
        file.truncate(end); // what an earlier write left half done, on a disk that was full or failed
        file.write(ByteBuffer.wrap(line), end);
        file.force();
        end += line.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
