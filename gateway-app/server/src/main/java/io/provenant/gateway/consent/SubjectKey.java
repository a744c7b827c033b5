package io.provenant.gateway.consent;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.Framing;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The Ed25519 key that one member of one consent withdraws and files with (domain 4.5, opening KEY). Whoever holds its
 * seed can end this one consent, and nothing else.
 */
final class SubjectKey {

    static final String ALG = "ED25519";

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    private SubjectKey(byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
    }

    static SubjectKey of(byte[] seed) {
        return new SubjectKey(seed);
    }

    static SubjectKey ofHex(String hex) {
        return new SubjectKey(HexFormat.of().parseHex(hex));
    }

    String seedHex() {
        return HexFormat.of().formatHex(seed);
    }

    String publicKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
    }

    /** What stands in the leaf: it names the key without showing it ({@code pvn/withdraw-key/v1}). */
    Digest withdrawKeyHash(Digests digests) {
        return digests.digest(
                Framing.of("pvn/withdraw-key/v1").part(ALG).part(publicKey).bytes());
    }

    String sign(byte[] bytes) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, bytes, 0, bytes.length, signature, 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}
