package io.provenant.gateway.log;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A small JSON file that is replaced as a whole: after a crash it holds the old value or the new one. */
final class DurableFile {

    private final Path path;

    DurableFile(Path path) {
        this.path = path;
    }

    Optional<JsonObject> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(StrictJsonReader.parseObject(Files.readAllBytes(path)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    void replace(JsonObject value) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            try (FileChannel file = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(value.canonicalBytes());
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("replacing " + path, e);
        }
    }
}
