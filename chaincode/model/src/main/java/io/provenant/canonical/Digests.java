package io.provenant.canonical;

/** The hash functions that the rules use; the rules themselves hold no crypto provider (determinism D4). */
public interface Digests {

    /** SHA-256 (FIPS 180-4): 32 bytes. */
    byte[] sha256(byte[] bytes);

    /** HMAC-SHA-256 (RFC 2104): 32 bytes. */
    byte[] hmacSha256(byte[] key, byte[] bytes);

    /** SHA-256 as a {@link Digest}. */
    default Digest digest(byte[] bytes) {
        return Digest.of(sha256(bytes));
    }
}
