package io.provenant.gateway.log;

/** Bytes kept beside a document, such as the event behind a lineage record. */
public final class SourceBytes {

    private static final SourceBytes NONE = new SourceBytes(new byte[0]);

    private final byte[] bytes;

    private SourceBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No bytes. */
    public static SourceBytes none() {
        return NONE;
    }

    /** A copy of these bytes. */
    public static SourceBytes of(byte[] bytes) {
        return new SourceBytes(bytes.clone());
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
