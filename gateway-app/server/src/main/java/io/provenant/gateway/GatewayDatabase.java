package io.provenant.gateway;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.provenant.gateway.database.OwnPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where desk and index are kept: a database that the caller hands in, one that the settings name, or a PostgreSQL of
 * this gateway's own below its data folder. What was opened here is closed here.
 *
 * @param source for requests: whoever asks is told soon that the database is away or frozen
 * @param work for what takes its time and keeps nobody waiting: writing blocks to the index, changing schemas
 */
record GatewayDatabase(DataSource source, DataSource work, Closeable opened) implements Closeable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration VALIDATION = Duration.ofSeconds(2);

    /** How a pool is used: the longest statement is also how long a frozen database is waited for. */
    private record Use(String name, int connections, Duration longestStatement) {

        static final Use REQUESTS = new Use("gateway", 12, Duration.ofSeconds(10));
        static final Use WORK = new Use("gateway work", 3, Duration.ofMinutes(2));
    }

    static GatewayDatabase open(GatewaySettings settings, GatewayParts parts) {
        if (parts.database().isPresent()) {
            return new GatewayDatabase(parts.database().get(), parts.database().get(), () -> {});
        }
        if (settings.database().isPresent()) {
            GatewaySettings.Database named = settings.database().get();
            return at(named.url(), named.user(), named.password(), () -> {});
        }
        return own(settings.dataDir().resolve("postgresql"));
    }

    static GatewayDatabase own(Path folder) {
        try {
            OwnPostgres server = OwnPostgres.start(folder);
            return at(server.url("postgres"), OwnPostgres.USER, "", server);
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's own PostgreSQL in " + folder + " does not start", e);
        }
    }

    private static GatewayDatabase at(String url, String user, String password, Closeable server) {
        HikariDataSource requests = pool(url, user, password, Use.REQUESTS);
        HikariDataSource work = pool(url, user, password, Use.WORK);
        return new GatewayDatabase(new GuardedDataSource(requests), work, () -> {
            requests.close();
            work.close();
            server.close();
        });
    }

    private static HikariDataSource pool(String url, String user, String password, Use use) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(use.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.addDataSourceProperty("connectTimeout", seconds(CONNECT));
        config.addDataSourceProperty("socketTimeout", seconds(use.longestStatement()));
        // The server ends a statement just before nobody waits for its answer any more.
        config.setConnectionInitSql("SET statement_timeout TO "
                + use.longestStatement().minusSeconds(1).toMillis());
        config.setPoolName(use.name());
        return new HikariDataSource(config);
    }

    // As text: the driver does not see a property that is a number.
    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
