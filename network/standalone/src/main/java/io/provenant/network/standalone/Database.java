package io.provenant.network.standalone;

import io.provenant.gateway.database.OwnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** One PostgreSQL server with a database for each organisation's gateway. */
final class Database implements AutoCloseable {

    private final OwnPostgres server;

    private Database(OwnPostgres server) {
        this.server = server;
    }

    /** Starts the server in this folder. */
    static Database start(Path folder) {
        try {
            return new Database(OwnPostgres.start(folder));
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
        try (Connection connection = DriverManager.getConnection(server.url("postgres"));
                Statement statement = connection.createStatement()) {
            if (isNew) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
            if (!exists(statement, name)) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.url(name);
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
        try (Stream<String> lines = Files.lines(server.data().resolve("postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip()))).stream()
                    .flatMap(master -> Stream.concat(Stream.of(master), master.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read who serves " + server.data(), e);
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
