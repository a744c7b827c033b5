package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of records in two files: frames, only ever appended, and key slots, which erasing overwrites. */
final class Segment implements AutoCloseable {

    private final long firstIndex;
    private final RecordCipher cipher;
    private final AppendFile frames;
    private final AppendFile slots;
    private long end;
    private int count;

    private Segment(SegmentHeader header, AppendFile frames, AppendFile slots) {
        this.firstIndex = header.firstIndex();
        this.cipher = header.cipher();
        this.frames = frames;
        this.slots = slots;
        this.end = SegmentHeader.BYTES;
    }

    /** Where a segment's files lie. */
    record Files(Path frames, Path slots) {

        static Files of(Path folder, long firstIndex) {
            String name = String.format(java.util.Locale.ROOT, "%016d", firstIndex);
            return new Files(folder.resolve(name + ".frames"), folder.resolve(name + ".keys"));
        }
    }

    /** Makes an empty segment; where that fails, files of its name are begun and are made anew the next time. */
    static Segment create(Path folder, long firstIndex, AppendFile.Opener opener, VaultKeys keys) throws IOException {
        Files files = Files.of(folder, firstIndex);
        ByteBuffer bytes = SegmentHeader.encode(firstIndex, SegmentHeader.freshSalt(keys));
        SegmentHeader header = SegmentHeader.parse(bytes, keys).orElseThrow();
        AppendFile frames = opener.open(files.frames());
        try {
            frames.truncate(0);
            frames.write(bytes.duplicate(), 0);
            frames.force();
            AppendFile slots = opener.open(files.slots());
            slots.truncate(0);
            Folders.flush(folder); // else a power cut may take the names of both files with it
            return new Segment(header, frames, slots);
        } catch (IOException e) {
            frames.close();
            throw e;
        }
    }

    /** Opens a segment without reading its batches; {@link #recover} does. */
    static Segment open(Files files, AppendFile.Opener opener, VaultKeys keys) throws IOException {
        AppendFile frames = opener.open(files.frames());
        SegmentHeader header = SegmentHeader.parse(frames.read(0, SegmentHeader.BYTES), keys)
                .orElseThrow(() -> new VaultCorruptException("no segment header in " + files.frames()));
        return new Segment(header, frames, opener.open(files.slots()));
    }

    /**
     * Shows each frame of the whole batches, in order, and stops before the first that is not whole. Batches behind the
     * promised records are on the disk when this returns.
     */
    void recover(long promised, FrameVisitor visitor) throws IOException {
        long start = end;
        int known = count;
        for (List<Frame> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            for (Frame frame : batch) {
                slot(firstIndex + count); // its checksum
                visitor.frame(firstIndex + count, frame);
                count++;
            }
            if (nextIndex() > promised) {
                writeAgain(start, known);
            }
            start = end;
            known = count;
        }
        if (nextIndex() > promised) {
            force();
        }
    }

    // What a killed process read of a flush that failed is in memory only, and the system takes it for written.
    private void writeAgain(long start, int known) throws IOException {
        slots.write(slots.read(slotPosition(known), (count - known) * KeySlot.BYTES), slotPosition(known));
        frames.write(frames.read(start, (int) (end - start)), start);
    }

    /** True if bytes follow the last whole batch. */
    boolean hasTail() throws IOException {
        return frames.size() > end || slots.size() > slotPosition(count);
    }

    void cutTail() throws IOException {
        frames.truncate(end);
        slots.truncate(slotPosition(count));
        frames.force();
        slots.force();
    }

    /** Writes a batch without waiting for the disk. */
    void write(List<Frame> batch, List<byte[]> wrappedKeys) throws IOException {
        ByteBuffer keys = ByteBuffer.allocate(batch.size() * KeySlot.BYTES);
        long offset = end + Batch.HEADER;
        for (int i = 0; i < batch.size(); i++) {
            KeySlot.live(offset, batch.get(i).length(), wrappedKeys.get(i)).write(keys);
            offset += batch.get(i).length();
        }
        slots.write(keys.flip(), slotPosition(count));
        frames.write(Batch.encode(nextIndex(), batch), end);
    }

    /** Returns when the disk holds what was just written: keys first, since a whole batch must have its keys. */
    void force() throws IOException {
        slots.force();
        frames.force();
    }

    /** Counts the batch just written among the whole ones. */
    void add(List<Frame> batch) {
        end += Batch.HEADER + batch.stream().mapToLong(Frame::length).sum();
        count += batch.size();
    }

    VaultRecord read(long index) throws IOException {
        KeySlot slot = slot(index);
        if (!slot.isLive()) {
            throw new VaultErasedException(index);
        }
        return frame(slot).open(index, slot.wrapped(), cipher);
    }

    Entry entry(long index) throws IOException {
        return frame(slot(index)).entry(index);
    }

    void erase(long index) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(KeySlot.BYTES);
        slot(index).erased().write(bytes);
        slots.write(bytes.flip(), slotPosition(index - firstIndex));
        slots.force();
    }

    RecordCipher cipher() {
        return cipher;
    }

    long firstIndex() {
        return firstIndex;
    }

    long nextIndex() {
        return firstIndex + count;
    }

    long length() {
        return end;
    }

    private Frame frame(KeySlot slot) throws IOException {
        return Frame.parse(frames.read(slot.offset(), slot.length()));
    }

    private KeySlot slot(long index) throws IOException {
        long position = slotPosition(index - firstIndex);
        if (slots.size() < position + KeySlot.BYTES) {
            throw new VaultCorruptException("the key slot of record " + index + " is missing");
        }
        return KeySlot.parse(slots.read(position, KeySlot.BYTES), index);
    }

    private List<Frame> nextBatch() throws IOException {
        long left = frames.size() - end - Batch.HEADER;
        if (left < 0) {
            return List.of();
        }
        ByteBuffer head = frames.read(end, Batch.HEADER);
        if (!Batch.isHeader(head)) {
            return List.of();
        }
        Batch.Header header = Batch.header(head);
        if (header.firstIndex() != nextIndex() || header.length() > left) {
            return List.of();
        }
        ByteBuffer body = frames.read(end + Batch.HEADER, (int) header.length());
        if (Checksum.of(body, 0, body.limit()) != header.checksum()) {
            return List.of();
        }
        end += Batch.HEADER + header.length();
        List<Frame> batch = new ArrayList<>(header.count());
        while (body.hasRemaining()) {
            batch.add(Frame.parse(body));
        }
        return batch;
    }

    private static long slotPosition(long number) {
        return number * KeySlot.BYTES;
    }

    @Override
    public void close() throws IOException {
        frames.close();
        slots.close();
    }
}
