package io.provenant.gateway.vault;

import java.util.Arrays;

/**
 * A record to keep or a record read back. Label and time stand in the clear beside the encrypted body; salt, content
 * and attachment are encrypted together, so erasing the record's key erases all three.
 */
public final class VaultRecord {

    /** Bytes of a salt. */
    public static final int SALT_BYTES = 32;

    private final byte[] label;
    private final long acceptedMs;
    private final byte[] salt;
    private final byte[] content;
    private final byte[] attachment;

    private VaultRecord(byte[] label, long acceptedMs, byte[] salt, byte[] content, byte[] attachment) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("salt has " + salt.length + " bytes, not " + SALT_BYTES);
        }
        this.label = label.clone();
        this.acceptedMs = acceptedMs;
        this.salt = salt.clone();
        this.content = content.clone();
        this.attachment = attachment.clone();
    }

    /** A record without attachment. */
    public static VaultRecord of(byte[] label, long acceptedMs, byte[] salt, byte[] content) {
        return new VaultRecord(label, acceptedMs, salt, content, new byte[0]);
    }

    /** This record with what its content was made from, such as the event behind a digest. */
    public VaultRecord withAttachment(byte[] bytes) {
        return new VaultRecord(label, acceptedMs, salt, content, bytes);
    }

    /** What stands in the clear and is never erased, such as the 34 bytes of a log's entry. */
    public byte[] label() {
        return label.clone();
    }

    /** When the record was taken in, UTC milliseconds; in the clear. */
    public long acceptedMs() {
        return acceptedMs;
    }

    /** The salt of the commitment in the label. */
    public byte[] salt() {
        return salt.clone();
    }

    /** What was committed to. */
    public byte[] content() {
        return content.clone();
    }

    /** What the content was made from; empty where there is nothing. */
    public byte[] attachment() {
        return attachment.clone();
    }

    long length() {
        return (long) label.length + content.length + attachment.length;
    }

    boolean sameContent(VaultRecord other) {
        return Arrays.equals(content, other.content);
    }
}
