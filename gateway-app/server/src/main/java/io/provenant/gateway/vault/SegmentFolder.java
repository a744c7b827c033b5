package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The segments of a vault, in order; the last one takes the next batch. */
final class SegmentFolder implements AutoCloseable {

    private final Path folder;
    private final AppendFile.Opener opener;
    private final VaultKeys keys;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();

    private SegmentFolder(Path folder, AppendFile.Opener opener, VaultKeys keys) {
        this.folder = folder;
        this.opener = opener;
        this.keys = keys;
    }

    /**
     * Opens all segments and shows each frame. A tail behind the last whole batch is cut where all records promised
     * stand before it; anything else that is missing or damaged is refused.
     */
    static SegmentFolder open(
            Path folder, AppendFile.Opener opener, VaultKeys keys, long promised, FrameVisitor visitor)
            throws IOException {
        SegmentFolder all = new SegmentFolder(folder, opener, keys);
        try {
            all.recover(promised, visitor);
            return all;
        } catch (IOException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void recover(long promised, FrameVisitor visitor) throws IOException {
        List<Long> starts = starts();
        for (int i = 0; i < starts.size(); i++) {
            openNext(starts.get(i), i == starts.size() - 1, promised, visitor);
        }
        if (nextIndex() < promised) {
            throw new VaultCorruptException(
                    "the vault holds " + nextIndex() + " whole records, but promised " + promised);
        }
        if (segments.isEmpty()) {
            roll();
        } else {
            cutTail();
        }
    }

    private List<Long> starts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{16}\\.frames"))
                    .map(name -> Long.parseLong(name, 0, 16, 10))
                    .sorted()
                    .toList();
        }
    }

    private void openNext(long start, boolean last, long promised, FrameVisitor visitor) throws IOException {
        if (start != nextIndex()) {
            throw new VaultCorruptException("a segment starts at record " + start + ", not at " + nextIndex());
        }
        Segment.Files files = Segment.Files.of(folder, start);
        if (last && start >= promised && Files.size(files.frames()) < SegmentHeader.BYTES) {
            Files.delete(files.frames()); // the process died while it made this segment
            Files.deleteIfExists(files.slots());
            return;
        }
        if (Files.size(files.frames()) < SegmentHeader.BYTES) {
            throw new VaultCorruptException("no segment header in " + files.frames());
        }
        Segment segment = Segment.open(files, opener, keys);
        segments.put(start, segment);
        segment.recover(promised, visitor);
        if (!last && segment.hasTail()) {
            throw new VaultCorruptException("damaged bytes behind record " + (segment.nextIndex() - 1));
        }
    }

    private void cutTail() throws IOException {
        Segment active = active();
        if (active.hasTail()) {
            active.cutTail();
        }
    }

    void roll() throws IOException {
        long next = nextIndex();
        segments.put(next, Segment.create(folder, next, opener, keys));
    }

    Segment active() {
        return segments.lastEntry().getValue();
    }

    Segment holding(long index) {
        return segments.floorEntry(index).getValue();
    }

    long nextIndex() {
        return segments.isEmpty() ? 0 : active().nextIndex();
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments.values()) {
            segment.close();
        }
    }
}
