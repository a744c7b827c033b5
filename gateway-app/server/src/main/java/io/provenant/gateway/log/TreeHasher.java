package io.provenant.gateway.log;

import java.security.MessageDigest;

/** The two hashes of an RFC 6962 tree (section 2.1): leaf and node are told apart by their first byte. One thread. */
final class TreeHasher {

    static final int BYTES = 32;

    private final MessageDigest sha256 = JdkDigests.messageDigest();

    byte[] empty() {
        return sha256.digest();
    }

    byte[] leaf(byte[] entry) {
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
