package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One launcher a folder; the system gives the lock back when the launcher is gone. */
final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file)) {
                return new FolderLock(file);
            }
            file.close();
        } catch (IOException e) {
            throw new FabricException("cannot use the folder " + folder, e);
        }
        throw new FabricException("the network in " + folder + " is up already, or being started or stopped");
    }

    /** Whether a launcher holds the folder now. */
    static boolean isTaken(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return !tryLock(file);
        } catch (IOException e) {
            throw new FabricException("cannot use the folder " + folder, e);
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

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new FabricException("cannot give the lock of a network's folder back", e);
        }
    }
}
