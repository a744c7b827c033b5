package io.provenant.gateway.vault;

import java.nio.ByteBuffer;

/**
 * 80 bytes a record in a file of their own: where the record's frame stands, and its key, wrapped. Erasing overwrites
 * the wrapped key with zeros; place and checksum stay.
 */
final class KeySlot {

    static final int BYTES = 80;

    private static final int SUMMED = BYTES - Checksum.BYTES;
    private static final byte LIVE = 1;
    private static final byte ERASED = 2;

    private final boolean live;
    private final long offset;
    private final int length;
    private final byte[] wrapped;

    private KeySlot(boolean live, long offset, int length, byte[] wrapped) {
        this.live = live;
        this.offset = offset;
        this.length = length;
        this.wrapped = wrapped;
    }

    static KeySlot live(long offset, int length, byte[] wrapped) {
        return new KeySlot(true, offset, length, wrapped);
    }

    static KeySlot parse(ByteBuffer bytes, long index) {
        byte state = bytes.get(0);
        if (bytes.getInt(SUMMED) != Checksum.of(bytes, 0, SUMMED) || (state != LIVE && state != ERASED)) {
            throw new VaultCorruptException("the key slot of record " + index + " is damaged");
        }
        byte[] wrapped = new byte[RecordCipher.WRAPPED_BYTES];
        bytes.get(16, wrapped);
        return new KeySlot(state == LIVE, bytes.getLong(8), bytes.getInt(4), wrapped);
    }

    void write(ByteBuffer out) {
        int start = out.position();
        out.putInt((live ? LIVE : ERASED) << 24).putInt(length).putLong(offset).put(wrapped);
        out.putInt(Checksum.of(out, start, SUMMED));
    }

    KeySlot erased() {
        return new KeySlot(false, offset, length, new byte[RecordCipher.WRAPPED_BYTES]);
    }

    boolean isLive() {
        return live;
    }

    long offset() {
        return offset;
    }

    int length() {
        return length;
    }

    byte[] wrapped() {
        return wrapped;
    }
}
