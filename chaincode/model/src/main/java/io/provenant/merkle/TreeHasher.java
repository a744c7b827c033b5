package io.provenant.merkle;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;

/**
 * The hashes of a Merkle tree (RFC 9162 section 2.1.1). Leaves and nodes start with different bytes, so that no node
 * can pass for a leaf.
 */
public final class TreeHasher {

    private static final int HASH_BYTES = 32;

    private final Digests digests;

    /** Hashes with the SHA-256 of this port. */
    public TreeHasher(Digests digests) {
        this.digests = digests;
    }

    /** The root of the tree without leaves. */
    public Digest empty() {
        return digests.digest(new byte[0]);
    }

    /** The hash of a leaf: SHA-256 of 0x00 and the entry. */
    public Digest leaf(byte[] entry) {
        byte[] bytes = new byte[1 + entry.length];
        System.arraycopy(entry, 0, bytes, 1, entry.length);
        return digests.digest(bytes);
    }

    /** The hash of a node: SHA-256 of 0x01 and its two children. */
    public Digest node(Digest left, Digest right) {
        byte[] bytes = new byte[1 + 2 * HASH_BYTES];
        bytes[0] = 1;
        System.arraycopy(left.bytes(), 0, bytes, 1, HASH_BYTES);
        System.arraycopy(right.bytes(), 0, bytes, 1 + HASH_BYTES, HASH_BYTES);
        return digests.digest(bytes);
    }
}
