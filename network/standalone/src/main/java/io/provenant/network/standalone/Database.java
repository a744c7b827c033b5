package io.provenant.network.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** One PostgreSQL server with a database for each organisation's gateway. */
final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final EmbeddedPostgres server;

    private Database(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Starts the server on a free port of loopback; its files are made at the first time. */
    static Database start(Path folder) {
        try {
            Files.createDirectories(folder);
            Path data = folder.resolve("data");
            return new Database(
                    data,
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setOverrideWorkingDirectory(folder.toFile())
                            .setCleanDataDirectory(false)
                            .setPGStartupWait(PATIENCE)
                            // The library is made for tests and switches these off.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, e);
        }
    }

    /**
     * The address of a database, made if it is not there.
     *
     * @param isNew true: what it held before is dropped
     */
    String url(String name, boolean isNew) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isNew) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
            if (!exists(statement, name)) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made", e);
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return found.next();
        }
    }

    /** The server's processes, which are no children of this one. */
    Stream<ProcessHandle> processes() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip()))).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read who serves " + data, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
