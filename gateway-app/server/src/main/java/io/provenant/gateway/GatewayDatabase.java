package io.provenant.gateway;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where desk and index are kept: a database that the caller hands in, one that the settings name, or a PostgreSQL of
 * this gateway's own below its data folder. What was opened here is closed here.
 */
record GatewayDatabase(DataSource source, Closeable opened) implements Closeable {

    private static final int CONNECTIONS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(2); // and a database that is frozen

    static GatewayDatabase open(GatewaySettings settings, GatewayParts parts) {
        if (parts.database().isPresent()) {
            return new GatewayDatabase(parts.database().get(), () -> {});
        }
        if (settings.database().isPresent()) {
            GatewaySettings.Database named = settings.database().get();
            HikariDataSource pool = pool(named.url(), named.user(), named.password());
            return new GatewayDatabase(pool, pool);
        }
        return own(settings.dataDir().resolve("postgresql"));
    }

    static GatewayDatabase own(Path folder) {
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The library is made for tests and switches these off; what the outbox holds must outlive a crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            HikariDataSource pool = pool(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
            return new GatewayDatabase(pool, () -> {
                pool.close();
                server.close();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's own PostgreSQL in " + folder + " does not start", e);
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis()); // whoever asks is told soon that the database is away
        config.setValidationTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", LONGEST_STATEMENT.toSeconds());
        config.setPoolName("gateway");
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
