package io.provenant.merkle;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The head of a log as its operator signs it: the text of C2SP tlog-checkpoint without extension lines (domain 3a.11).
 * One head has one text, so equal heads have equal hashes.
 */
public record Checkpoint(LogOrigin origin, long size, Digest rootHash) {

    /** Refuses a negative size. */
    public Checkpoint {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no size below 0: " + size);
        }
    }

    /** Origin, size in decimal and root in standard base64, each ended by a line feed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(rootHash.bytes()) + "\n";
    }

    /** The bytes that the log signs. */
    public byte[] signedBytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The {@code checkpointHash}: SHA-256 of the text, without signature lines. */
    public Digest hash(Digests digests) {
        return digests.digest(signedBytes());
    }

    /** True if this log key, an Ed25519 one, made this signature over the text. */
    public boolean isSignedBy(SignatureCheck signatures, byte[] publicKey, byte[] signature) {
        return signatures.verify(SignatureAlgorithm.ED25519, publicKey, signedBytes(), signature);
    }

    /** Reads a text; anything but the one text of its head is an {@link IllegalArgumentException}. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4) {
            throw new IllegalArgumentException("a checkpoint has three lines, not " + (lines.length - 1));
        }
        Digest rootHash = Digest.of(Base64.getDecoder().decode(lines[2]));
        Checkpoint checkpoint = new Checkpoint(new LogOrigin(lines[0]), size(lines[1]), rootHash);
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("a checkpoint is not in its one form: " + checkpoint.origin);
        }
        return checkpoint;
    }

    private static long size(String line) {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a checkpoint's size is no decimal number", e);
        }
    }
}
