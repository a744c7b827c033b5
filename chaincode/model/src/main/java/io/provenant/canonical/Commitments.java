package io.provenant.canonical;

/**
 * Salted commitments, {@code pvn/commit/v1}: HMAC-SHA-256 under a 32-byte salt. Without document and salt the
 * commitment says nothing; erasing both erases what was committed to.
 */
public final class Commitments {

    private static final int SALT_BYTES = 32;

    private Commitments() {}

    /** The commitment to a document under a salt of exactly 32 bytes. */
    public static Digest commit(Digests digests, JsonObject document, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("salt has " + salt.length + " bytes, not " + SALT_BYTES);
        }
        byte[] framed = Framing.of("pvn/commit/v1").part(document).bytes();
        return Digest.of(digests.hmacSha256(salt, framed));
    }
}
