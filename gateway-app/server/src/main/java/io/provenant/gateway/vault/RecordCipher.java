package io.provenant.gateway.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D), twice: a record under its own fresh key, and that key under the segment's. Both bind
 * the record's place and label as associated data, so that no frame can stand in for another.
 */
final class RecordCipher {

    static final int KEY_BYTES = 32;
    static final int TAG_BYTES = 16;
    static final int WRAPPED_BYTES = 12 + KEY_BYTES + TAG_BYTES;

    // A record's key encrypts one message in its life, so its nonce need not differ from that of another key.
    private static final byte[] ONLY_NONCE = new byte[12];

    private final SecretKeySpec wrapping;
    private final SecureRandom random;
    private final Cipher cipher;

    RecordCipher(byte[] wrappingKey, SecureRandom random) {
        this.wrapping = new SecretKeySpec(wrappingKey, "AES");
        this.random = random;
        this.cipher = cipher();
    }

    byte[] freshKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    byte[] wrap(byte[] key, byte[] bound) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        byte[] sealed = run(cipher, Cipher.ENCRYPT_MODE, wrapping, nonce, bound, key, 0);
        return ByteBuffer.allocate(WRAPPED_BYTES).put(nonce).put(sealed).array();
    }

    byte[] seal(byte[] key, byte[] bound, byte[] body) {
        return run(cipher, Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), ONLY_NONCE, bound, body, 0);
    }

    /** Opens a body with its wrapped key; any thread may call this. */
    byte[] open(byte[] wrapped, byte[] bound, byte[] sealed) {
        Cipher own = cipher();
        byte[] nonce = Arrays.copyOf(wrapped, 12);
        byte[] key = run(own, Cipher.DECRYPT_MODE, wrapping, nonce, bound, wrapped, 12);
        return run(own, Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), ONLY_NONCE, bound, sealed, 0);
    }

    private static byte[] run(
            Cipher cipher, int mode, SecretKeySpec key, byte[] nonce, byte[] bound, byte[] input, int from) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new VaultCorruptException("a record does not open: damaged, or another master key", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES/GCM/NoPadding", e);
        }
    }
}
