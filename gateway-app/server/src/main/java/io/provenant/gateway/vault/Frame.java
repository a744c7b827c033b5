package io.provenant.gateway.vault;

import java.nio.ByteBuffer;

/** A record as it lies in a segment: time, identity and label in the clear, salt, content and attachment sealed. */
final class Frame {

    private static final int FIXED = Integer.BYTES + Long.BYTES + Identity.BYTES + Integer.BYTES;

    private final long acceptedMs;
    private final Identity identity;
    private final byte[] label;
    private final byte[] sealed;

    private Frame(long acceptedMs, Identity identity, byte[] label, byte[] sealed) {
        this.acceptedMs = acceptedMs;
        this.identity = identity;
        this.label = label;
        this.sealed = sealed;
    }

    static Frame seal(long index, Identity identity, VaultRecord record, byte[] key, RecordCipher cipher) {
        byte[] bound = bound(index, record.acceptedMs(), record.label());
        return new Frame(record.acceptedMs(), identity, record.label(), cipher.seal(key, bound, body(record)));
    }

    /** Reads one frame, whose checksum was compared, and moves past it. */
    static Frame parse(ByteBuffer in) {
        int length = in.getInt();
        long acceptedMs = in.getLong();
        Identity identity = new Identity(in.getLong(), in.getLong());
        byte[] label = new byte[in.getInt()];
        in.get(label);
        byte[] sealed = new byte[length - FIXED - label.length];
        in.get(sealed);
        return new Frame(acceptedMs, identity, label, sealed);
    }

    int length() {
        return FIXED + label.length + sealed.length;
    }

    void write(ByteBuffer out) {
        out.putInt(length()).putLong(acceptedMs);
        out.putLong(identity.high()).putLong(identity.low());
        out.putInt(label.length).put(label).put(sealed);
    }

    VaultRecord open(long index, byte[] wrapped, RecordCipher cipher) {
        ByteBuffer body = ByteBuffer.wrap(cipher.open(wrapped, bound(index, acceptedMs, label), sealed));
        byte[] salt = new byte[VaultRecord.SALT_BYTES];
        body.get(salt);
        byte[] content = new byte[body.getInt()];
        body.get(content);
        byte[] attachment = new byte[body.remaining()];
        body.get(attachment);
        return VaultRecord.of(label, acceptedMs, salt, content).withAttachment(attachment);
    }

    Entry entry(long index) {
        return new Entry(index, acceptedMs, label);
    }

    Identity identity() {
        return identity;
    }

    static byte[] bound(long index, long acceptedMs, byte[] label) {
        return ByteBuffer.allocate(2 * Long.BYTES + label.length)
                .putLong(index)
                .putLong(acceptedMs)
                .put(label)
                .array();
    }

    private static byte[] body(VaultRecord record) {
        byte[] content = record.content();
        byte[] attachment = record.attachment();
        return ByteBuffer.allocate(VaultRecord.SALT_BYTES + Integer.BYTES + content.length + attachment.length)
                .put(record.salt())
                .putInt(content.length)
                .put(content)
                .put(attachment)
                .array();
    }
}
