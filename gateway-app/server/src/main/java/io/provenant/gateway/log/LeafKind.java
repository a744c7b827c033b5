package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.merkle.LogOrigin;
import java.nio.ByteBuffer;
import java.util.Locale;

/** What a leaf commits to, and the second byte of its entry (domain 4.8). */
public enum LeafKind {
    /** A trade record. */
    TRADE(1),
    /** A lineage event. */
    LINEAGE(2),
    /** A use of data. */
    USAGE(3),
    /** The manifest of a day. */
    DAY(4),
    /** A reading of records. */
    READ(5);

    /** Bytes of an entry. */
    public static final int ENTRY_BYTES = 34;

    private static final byte VERSION = 1;

    private final byte code;

    LeafKind(int code) {
        this.code = (byte) code;
    }

    /** What the leaves of this log are. */
    public static LeafKind of(LogOrigin origin) {
        return valueOf(origin.purpose().toUpperCase(Locale.ROOT));
    }

    /** The entry {@code 0x01 ‖ kind ‖ commit}. */
    public byte[] entry(Digest commit) {
        return ByteBuffer.allocate(ENTRY_BYTES)
                .put(VERSION)
                .put(code)
                .put(commit.bytes())
                .array();
    }

    /** The commitment in an entry. */
    public static Digest commitOf(byte[] entry) {
        return Digest.of(java.util.Arrays.copyOfRange(entry, 2, ENTRY_BYTES));
    }
}
