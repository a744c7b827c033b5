package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A small file that is written as a whole: after a crash or a failure of the disk it is as it was before, or new. */
public final class WholeFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final AppendFile.Opener opener;

    /** The file at this path. */
    public WholeFile(Path path, AppendFile.Opener opener) {
        this.path = path.toAbsolutePath();
        this.opener = opener;
    }

    /** Its bytes, or nothing where there is no such file. */
    public Optional<byte[]> read() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    /** Writes these bytes in place of those that it has; the disk holds them when this returns. */
    public void replace(byte[] bytes) throws IOException {
        write(bytes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes a file that is not there yet, readable by its owner alone, in a folder that is made where it is missing; the
     * disk holds it when this returns.
     */
    public void createPrivate(byte[] bytes) throws IOException {
        Folders.create(path.resolveSibling(".").normalize());
        Files.deleteIfExists(fresh());
        Files.createFile(fresh(), OWNER_ONLY);
        write(bytes);
    }

    private void write(byte[] bytes, CopyOption... how) throws IOException {
        try (AppendFile file = opener.open(fresh())) {
            file.truncate(0);
            file.write(ByteBuffer.wrap(bytes), 0);
            file.force();
        }
        Files.move(fresh(), path, how);
        Folders.flush(path.resolveSibling(".").normalize());
    }

    private Path fresh() {
        return path.resolveSibling(path.getFileName() + ".new");
    }
}
