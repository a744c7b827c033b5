package io.provenant.gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed process left of its PostgreSQL: a server that goes on and keeps the folder, or a file that names a
 * process which is another one by now. Only the caller's lock of the folder says that nobody uses the server.
 */
final class LeftServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final Path pidFile;

    private LeftServer(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    static LeftServer of(Path data) {
        return new LeftServer(data);
    }

    /** Has a server of this folder end in good order; a process that is none of this folder is left alone. */
    void stop() throws IOException {
        Optional<ProcessHandle> named = named();
        if (named.isEmpty()) {
            return; // PostgreSQL sees by itself that the file names nobody
        }
        if (serves(named.get())) {
            end(named.get());
        } else if (named.get().info().arguments().isPresent()) {
            Files.deleteIfExists(pidFile); // the number went to somebody else, as it does in a container
        }
    }

    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        String pid = lines.isEmpty() ? "" : lines.get(0).strip();
        return pid.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    private boolean serves(ProcessHandle process) throws IOException {
        ProcessHandle.Info info = process.info();
        List<String> arguments = List.of(info.arguments().orElse(new String[0]));
        int folder = arguments.indexOf("-D") + 1;
        boolean isPostgres = info.command()
                .filter(command -> Path.of(command).endsWith("postgres"))
                .isPresent();
        return isPostgres && folder > 0 && folder < arguments.size() && isData(Path.of(arguments.get(folder)));
    }

    private boolean isData(Path folder) throws IOException {
        return Files.exists(folder) && Files.isSameFile(folder, data);
    }

    // SIGINT is PostgreSQL's fast shutdown: whoever was connected is dead or of no account.
    private void end(ProcessHandle server) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).inheritIO().start();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "process " + server.pid() + ", a PostgreSQL that a killed process left in " + data
                            + ", does not stop; end it and start again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the PostgreSQL that was left in " + data + " stops", e);
        }
    }
}
