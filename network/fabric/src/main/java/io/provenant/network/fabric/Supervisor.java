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

    /** Takes back what says that the network is ready. */
    void clear() throws IOException {
        Files.deleteIfExists(endpoints());
    }

    /** The process that holds the network, be it ready or still starting. */
    Optional<ProcessHandle> find() throws IOException {
        return FolderLock.holder(folder);
    }

    /** Stops the network; false where none was up. */
    boolean stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = find();
        if (running.isEmpty()) {
            clear();
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
        clear();
        return true;
    }
}
