package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One launcher a folder, and one command at a time that changes it; the system gives a lock back when its holder is gone. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final String TURN = "command.lock";

    /** Whoever asks who holds a folder has the lock for a moment himself. */
    private static final Duration ASKED = Duration.ofSeconds(2);

    private static final Duration TURN_PATIENCE = Duration.ofMinutes(10);

    private final Path path;
    private final FileChannel file;

    private FolderLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** The lock of the process that holds the network up. */
    static FolderLock take(Path folder) {
        return within(ASKED, folder, NAME)
                .orElseThrow(() -> new FabricException(
                        "the network in " + folder + " is up already, or being started or stopped"));
    }

    /** The lock of the command that changes the network; waits for another one to end, which is said first. */
    static FolderLock takeTurn(Path folder, Runnable sayWaiting) {
        Optional<FolderLock> first = within(ASKED, folder, TURN);
        if (first.isPresent()) {
            return first.get();
        }
        sayWaiting.run();
        return within(TURN_PATIENCE, folder, TURN)
                .orElseThrow(() -> new FabricException("another command has changed the network in " + folder + " for "
                        + TURN_PATIENCE.toMinutes() + " minutes\nnext: see what it waits for, or end process "
                        + text(folder.resolve(TURN))));
    }

    private static Optional<FolderLock> within(Duration limit, Path folder, String name) {
        AtomicReference<FolderLock> taken = new AtomicReference<>();
        Waiting.within(limit, () -> {
            tryTake(folder, name).ifPresent(taken::set);
            return taken.get() != null;
        });
        return Optional.ofNullable(taken.get());
    }

    private static Optional<FolderLock> tryTake(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Path path = folder.resolve(name);
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file)) {
                file.truncate(0);
                file.write(StandardCharsets.US_ASCII.encode(
                        String.valueOf(ProcessHandle.current().pid())));
                return Optional.of(new FolderLock(path, file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new FabricException("cannot use the folder " + folder, e);
        }
    }

    /** The process that holds the folder now; a number left behind by a crash is nobody. */
    static Optional<ProcessHandle> holder(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        List<ProcessHandle> holder = new ArrayList<>();
        boolean isKnown = Waiting.within(ASKED, () -> {
            if (isFree(path)) {
                return true;
            }
            String pid = text(path);
            return pid.matches("[0-9]+")
                    && ProcessHandle.of(Long.parseLong(pid)).map(holder::add).orElse(false);
        });
        if (!isKnown) {
            throw new FabricException("a process holds " + path + ", which does not say which one: \"" + text(path)
                    + "\"\nnext: end what runs in this folder, then ask again");
        }
        return holder.stream().findFirst();
    }

    private static boolean isFree(Path path) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return tryLock(file);
        } catch (IOException e) {
            throw new FabricException("cannot use " + path, e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new FabricException("cannot read " + path, e);
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
