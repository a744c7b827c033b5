package io.provenant.gateway.vault;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Frames that were written together and are valid together: a header with count, length, first index and checksums,
 * then the frames. A batch that is not whole is none.
 */
final class Batch {

    static final int HEADER = 32;

    private static final int MAGIC = 0x50564231; // PVB1
    private static final int SUMMED = HEADER - Checksum.BYTES;

    private Batch() {}

    /** What a header says of the bytes behind it. */
    record Header(int count, long length, long firstIndex, int checksum) {}

    static ByteBuffer encode(long firstIndex, List<Frame> frames) {
        int length = frames.stream().mapToInt(Frame::length).sum();
        ByteBuffer out = ByteBuffer.allocate(HEADER + length).position(HEADER);
        frames.forEach(frame -> frame.write(out));
        out.putInt(0, MAGIC).putInt(4, frames.size()).putLong(8, length).putLong(16, firstIndex);
        out.putInt(24, Checksum.of(out, HEADER, length));
        out.putInt(SUMMED, Checksum.of(out, 0, SUMMED));
        return out.flip();
    }

    /** True if these 32 bytes are a header. */
    static boolean isHeader(ByteBuffer bytes) {
        return bytes.getInt(0) == MAGIC && bytes.getInt(SUMMED) == Checksum.of(bytes, 0, SUMMED);
    }

    static Header header(ByteBuffer bytes) {
        return new Header(bytes.getInt(4), bytes.getLong(8), bytes.getLong(16), bytes.getInt(24));
    }
}
