package io.provenant.gateway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 32 bytes in a file of its own, 64 hex digits, readable by its owner alone. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** Reads the secret, or draws one and writes the file where there is none: on disk before anybody uses it. */
    public static byte[] readOrCreate(Path file) {
        return readOrCreate(file, ChannelFile::open);
    }

    static byte[] readOrCreate(Path file, AppendFile.Opener opener) {
        try {
            if (!Files.exists(file)) {
                new WholeFile(file, opener).createPrivate(fresh());
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != BYTES) {
                throw new IllegalArgumentException(file + " holds " + secret.length + " bytes, not " + BYTES);
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file, e);
        }
    }

    private static byte[] fresh() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return (HexFormat.of().formatHex(fresh) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
