package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.vault.AppendFile;
import io.provenant.gateway.vault.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A small JSON file that is replaced as a whole: after a crash it holds the old value or the new one. */
final class DurableFile {

    private final Path path;
    private final WholeFile file;

    DurableFile(Path path, AppendFile.Opener opener) {
        this.path = path;
        this.file = new WholeFile(path, opener);
    }

    Optional<JsonObject> read() {
        try {
            return file.read().map(StrictJsonReader::parseObject);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    void replace(JsonObject value) {
        try {
            file.replace(value.canonicalBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("replacing " + path, e);
        }
    }
}
