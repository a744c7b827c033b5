package io.provenant.gateway.database;

import io.provenant.gateway.vault.FolderLock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server of our own in a folder, on a free port of loopback; its files are made at the first time. One
 * user a folder; a server that a killed one left running is stopped first.
 */
public final class OwnPostgres implements Closeable {

    /** Whom its database belongs to, without a password: it listens on loopback. */
    public static final String USER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FolderLock lock;
    private final Path data;
    private final EmbeddedPostgres server;

    private OwnPostgres(FolderLock lock, Path data, EmbeddedPostgres server) {
        this.lock = lock;
        this.data = data;
        this.server = server;
    }

    /** Starts it; {@code FolderInUseException} where another user of the folder lives. */
    public static OwnPostgres start(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Files.createDirectories(whole);
        FolderLock lock = FolderLock.take(whole);
        try {
            Path data = whole.resolve("data");
            LeftServer.of(data).stop(); // while nobody else can be using it
            return new OwnPostgres(lock, data, server(whole, data));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres server(Path folder, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library is made for tests and switches these off; what the outbox holds must outlive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** The address of a database of this server. */
    public String url(String database) {
        return server.getJdbcUrl(USER, database);
    }

    /** Where the server keeps its files. */
    public Path data() {
        return data;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
