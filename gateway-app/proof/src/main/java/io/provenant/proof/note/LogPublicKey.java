package io.provenant.proof.note;

import io.provenant.canonical.Digests;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.SignatureCheck;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.format.StrictBase64;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 key of a log (C2SP signed-note, verifier key {@code <name>+<key id>+<key>}).
 *
 * @param hex the 32 raw bytes, in lower-case hexadecimal
 */
public record LogPublicKey(LogOrigin origin, String hex) {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final byte ED25519 = 1;

    /** Refuses anything but 32 bytes. */
    public LogPublicKey {
        if (HexFormat.of().parseHex(hex).length != KEY_BYTES) {
            throw new IllegalArgumentException("a log key has 32 bytes, not " + hex.length() / 2);
        }
    }

    /** The key of these raw bytes. */
    public static LogPublicKey of(LogOrigin origin, byte[] raw) {
        return new LogPublicKey(origin, HexFormat.of().formatHex(raw));
    }

    /** Reads a C2SP verifier key; one whose key id is not its own is refused. */
    public static LogPublicKey parse(String c2sp, Digests digests) {
        int keyAt = c2sp.indexOf('+', c2sp.indexOf('+') + 1);
        if (keyAt < 0) {
            throw new IllegalArgumentException("a log key is written <origin>+<key id>+<key>");
        }
        byte[] typed = StrictBase64.fromStandard(c2sp.substring(keyAt + 1));
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("a log key is Ed25519: 0x01 and 32 bytes");
        }
        LogOrigin origin = new LogOrigin(c2sp.substring(0, c2sp.indexOf('+')));
        LogPublicKey key = of(origin, Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text(digests).equals(c2sp)) {
            throw new IllegalArgumentException("the key id is not that of the key: expected " + key.id(digests));
        }
        return key;
    }

    /** The raw 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The first 4 bytes of SHA-256 over name, 0x0A, 0x01 and key, in hexadecimal. */
    public String id(Digests digests) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(origin.value().getBytes(StandardCharsets.UTF_8));
        named.write('\n');
        named.writeBytes(typed());
        return HexFormat.of().formatHex(Arrays.copyOf(digests.sha256(named.toByteArray()), ID_BYTES));
    }

    /** The C2SP verifier key. */
    public String text(Digests digests) {
        return origin + "+" + id(digests) + "+" + StrictBase64.standard(typed());
    }

    /** True if this key made the signature over these bytes. */
    public boolean verifies(SignatureCheck signatures, byte[] bytes, byte[] signature) {
        return signatures.verify(SignatureAlgorithm.ED25519, bytes(), bytes, signature);
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = ED25519;
        System.arraycopy(bytes(), 0, typed, 1, KEY_BYTES);
        return typed;
    }
}
