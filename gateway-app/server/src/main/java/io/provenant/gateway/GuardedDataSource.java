package io.provenant.gateway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that nobody waits for twice. Where a connection could not be had, one caller a second tries again and all
 * others are refused at once, so that requests which need the database do not keep waiting those that do not.
 */
final class GuardedDataSource extends DelegatingDataSource {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Semaphore trial = new Semaphore(1);
    private volatile boolean away;
    private volatile long triedNanos;

    GuardedDataSource(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!away) {
            return connection();
        }
        if (System.nanoTime() - triedNanos < PAUSE_NANOS || !trial.tryAcquire()) {
            throw new SQLTransientConnectionException("the database did not answer a moment ago");
        }
        try {
            return connection();
        } finally {
            trial.release();
        }
    }

    private Connection connection() throws SQLException {
        try {
            Connection connection = super.getConnection();
            away = false;
            return connection;
        } catch (SQLException e) {
            triedNanos = System.nanoTime();
            away = true;
            throw e;
        }
    }
}
