package io.provenant.network.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** PostgreSQL that a test may kill, and start again on what it has written. */
final class DatabaseProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private ProcessHandle master;
    private List<String> command = List.of();
    private @Nullable Process restarted;

    private DatabaseProcess(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        this.master = master();
    }

    static DatabaseProcess start() throws IOException {
        return new DatabaseProcess(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Its first process; those that serve connections are its children. */
    private ProcessHandle master() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet backend = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            backend.next();
            return ProcessHandle.of(backend.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say who it is", e);
        }
    }

    /** Stops all its processes in the middle of what they do (SIGSTOP); whoever is connected to them waits. */
    void freeze() {
        signal("-STOP");
    }

    /** Lets them go on. */
    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        List<String> line = new ArrayList<>(List.of("kill", signal, String.valueOf(master.pid())));
        master.descendants().map(process -> String.valueOf(process.pid())).forEach(line::add);
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the database cannot be signalled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all its processes as a crash does. */
    void kill() {
        ProcessHandle.Info info = master.info();
        command = new ArrayList<>(List.of(info.command().orElseThrow()));
        command.addAll(List.of(info.arguments().orElseThrow()));
        List<ProcessHandle> all = new ArrayList<>(master.descendants().toList());
        all.add(master);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Starts it with the command that it was started with. */
    void startAgain() {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
        }
        line.addAll(command);
        try {
            restarted = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the database does not start again", e);
        }
        Awaitility.await().atMost(PATIENCE).until(this::answers);
        master = master();
    }

    private boolean answers() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Optional.ofNullable(restarted).ifPresent(Process::destroy);
    }
}
