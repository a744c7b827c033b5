package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The background process that holds a network up, as other commands find it by the network's folder. */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    Supervisor(Path folder) {
        this.folder = folder;
    }

    /** Where it writes that the network is ready, and where to connect. */
    Path endpoints() {
        return folder.resolve("endpoints.txt");
    }

    Path log() {
        return folder.resolve("logs/supervisor.log");
    }

    /** Says that this process holds the network from now on. */
    void enter() throws IOException {
        Files.writeString(processFile(), String.valueOf(ProcessHandle.current().pid()));
    }

    /** Takes back what says that the network is up. */
    void leave() throws IOException {
        Files.deleteIfExists(endpoints());
        Files.deleteIfExists(processFile());
    }

    /** The running supervisor; a number left behind by a crash, even if another program has it now, is nobody. */
    Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(processFile()) || !FolderLock.isTaken(folder)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(processFile()).strip()));
    }

    /** Stops the network; false where none was up. */
    boolean stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = find();
        if (running.isEmpty()) {
            leave();
            return false;
        }
        running.get().destroy();
        try {
            running.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            running.get().destroyForcibly(); // its nodes end with it
        } catch (ExecutionException e) {
            throw new FabricException(
                    "cannot wait for the end of process " + running.get().pid(), e);
        }
        leave();
        return true;
    }

    private Path processFile() {
        return folder.resolve("supervisor.pid");
    }
}
