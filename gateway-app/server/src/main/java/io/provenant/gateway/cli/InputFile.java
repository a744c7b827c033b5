package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.vault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that a command reads and writes; {@code -} is the standard input. */
final class InputFile {

    private InputFile() {}

    static byte[] bytes(Path file) {
        try {
            return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CliException(ExitCode.NO_ANSWER, file + " cannot be read: " + FileFault.says(e));
        }
    }

    static JsonObject json(Path file) {
        try {
            return StrictJsonReader.parseObject(bytes(file));
        } catch (MalformedJsonException e) {
            throw new CliException(ExitCode.REFUSED, file + " is not strict JSON: " + e.getMessage());
        }
    }

    /** Writes a file that only its owner reads: receipts hold secrets. */
    static void write(Path file, byte[] bytes) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new CliException(ExitCode.NO_ANSWER, file + " cannot be written: " + FileFault.says(e));
        }
    }
}
