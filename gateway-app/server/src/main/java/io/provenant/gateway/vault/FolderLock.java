package io.provenant.gateway.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Keeps others away from a folder, in this process and in all: the file {@code lock}, which names the process that holds
 * it. The system gives it back when the holder is gone, however that ended.
 */
public final class FolderLock implements Closeable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** The lock of this folder, which is there; {@link FolderInUseException} where somebody has it. */
    public static FolderLock take(Path folder) throws IOException {
        Path path = folder.resolve("lock");
        FileChannel file = FileChannel.open(path, CREATE, WRITE);
        try {
            if (!isTaken(file)) {
                throw new FolderInUseException(folder, path);
            }
            file.truncate(0);
            file.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new FolderLock(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // somebody in this process
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
