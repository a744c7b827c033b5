package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher a folder; the system gives the lock back when the launcher is gone. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final Path path;
    private final FileChannel file;

    private FolderLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file)) {
                file.truncate(0);
                file.write(StandardCharsets.US_ASCII.encode(
                        String.valueOf(ProcessHandle.current().pid())));
                return new FolderLock(folder.resolve(NAME), file);
            }
            file.close();
        } catch (IOException e) {
            throw new FabricException("cannot use the folder " + folder, e);
        }
        throw new FabricException("the network in " + folder + " is up already, or being started or stopped");
    }

    /** The process that holds the folder now; a number left behind by a crash is nobody. */
    static Optional<ProcessHandle> holder(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return tryLock(file)
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(Files.readString(path).strip()));
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Deletes its file while it is held, with the network that it stands for. */
    void delete() throws IOException {
        Files.delete(path);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new FabricException("cannot give the lock of a network's folder back", e);
        }
    }
}
