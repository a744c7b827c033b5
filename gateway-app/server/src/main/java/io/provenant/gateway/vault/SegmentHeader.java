package io.provenant.gateway.vault;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The first bytes of a segment: its first index, and the salt from which the key of its key slots is derived. */
record SegmentHeader(long firstIndex, RecordCipher cipher) {

    static final int BYTES = 36;

    private static final long MAGIC = 0x50564e5345473031L; // PVNSEG01
    private static final int SALT = 16;
    private static final int SUMMED = BYTES - Checksum.BYTES;

    static ByteBuffer encode(long firstIndex, byte[] salt) {
        ByteBuffer out =
                ByteBuffer.allocate(BYTES).putLong(MAGIC).putLong(firstIndex).put(salt);
        return out.putInt(Checksum.of(out, 0, SUMMED)).flip();
    }

    static byte[] freshSalt(VaultKeys keys) {
        return keys.random(SALT);
    }

    /** The header in these bytes, or nothing where they are none. */
    static Optional<SegmentHeader> parse(ByteBuffer bytes, VaultKeys keys) {
        if (bytes.getLong(0) != MAGIC || bytes.getInt(SUMMED) != Checksum.of(bytes, 0, SUMMED)) {
            return Optional.empty();
        }
        byte[] salt = new byte[SALT];
        bytes.get(16, salt);
        return Optional.of(new SegmentHeader(bytes.getLong(8), keys.segmentCipher(salt)));
    }
}
