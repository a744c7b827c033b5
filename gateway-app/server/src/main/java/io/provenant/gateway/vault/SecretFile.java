package io.provenant.gateway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 32 bytes in a file of its own, 64 hex digits, readable by its owner alone. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** Reads the secret, or draws one and writes the file where there is none. */
    public static byte[] readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
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

    private static void create(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.DSYNC);
    }
}
