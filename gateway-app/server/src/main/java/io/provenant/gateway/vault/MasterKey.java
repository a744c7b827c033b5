package io.provenant.gateway.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which a vault wraps its record keys. It lies apart from the vault's folder, so that neither a copy of
 * the folder nor a copy of the key opens anything alone.
 */
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key of exactly 32 bytes. */
    public static MasterKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a vault's master key has 32 bytes, not " + bytes.length);
        }
        return new MasterKey(Arrays.copyOf(bytes, BYTES));
    }

    /** Reads 64 hex digits from a file, or draws a key and writes the file, readable by its owner alone. */
    public static MasterKey readOrCreate(Path file) {
        return of(SecretFile.readOrCreate(file));
    }

    /** A key for one use, by HMAC-SHA-256 over the use's name and a salt. */
    byte[] derive(String use, byte[] salt) {
        Mac mac = mac(bytes);
        mac.update(use.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(salt);
    }

    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
