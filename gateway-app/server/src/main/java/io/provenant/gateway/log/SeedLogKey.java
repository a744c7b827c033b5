package io.provenant.gateway.log;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A log key from its 32-byte seed (RFC 8032 5.1.5), by Bouncy Castle: some twenty times the JDK's rate. */
public final class SeedLogKey implements LogKey {

    private final int keyEpoch;
    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    /** The key of this epoch. */
    public SeedLogKey(int keyEpoch, byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        this.keyEpoch = keyEpoch;
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
    }

    @Override
    public int keyEpoch() {
        return keyEpoch;
    }

    @Override
    public byte[] publicKey() {
        return Arrays.copyOf(publicKey, publicKey.length);
    }

    @Override
    public byte[] sign(byte[] bytes) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, bytes, 0, bytes.length, signature, 0);
        return signature;
    }
}
