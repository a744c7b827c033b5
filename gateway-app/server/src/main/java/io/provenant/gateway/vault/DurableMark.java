package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How many records were acknowledged. It tells a torn tail, which nobody was promised, from the loss of promised
 * records. Written after each group and flushed with the next: it survives a killed process exactly and a power cut
 * with a count that is at most a moment too low. Two slots in turn, so that a torn write leaves the other.
 */
final class DurableMark implements AutoCloseable {

    private static final int SLOT = 2 * Long.BYTES + Checksum.BYTES;

    private final AppendFile file;
    private long sequence;
    private long count;

    private DurableMark(AppendFile file) {
        this.file = file;
    }

    static DurableMark open(AppendFile file) throws IOException {
        DurableMark mark = new DurableMark(file);
        mark.load(0);
        mark.load(1);
        if (file.size() < 2 * SLOT) {
            mark.advance(mark.count); // both slots have their bytes now: a full disk cannot refuse a later mark
            mark.advance(mark.count);
            file.force();
        }
        return mark;
    }

    long count() {
        return count;
    }

    void advance(long records) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT).putLong(sequence + 1).putLong(records);
        slot.putInt(Checksum.of(slot, 0, 2 * Long.BYTES)).flip();
        file.write(slot, (sequence + 1) % 2 * SLOT);
        sequence++;
        count = records;
    }

    private void load(int number) throws IOException {
        long at = (long) number * SLOT;
        if (file.size() < at + SLOT) {
            return;
        }
        ByteBuffer slot = file.read(at, SLOT);
        boolean whole = slot.getInt(2 * Long.BYTES) == Checksum.of(slot, 0, 2 * Long.BYTES);
        if (whole && slot.getLong(0) > sequence) {
            sequence = slot.getLong(0);
            count = slot.getLong(Long.BYTES);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force();
        }
    }
}
