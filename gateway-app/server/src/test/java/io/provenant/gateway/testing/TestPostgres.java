package io.provenant.gateway.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all tests of this JVM, a database of its own for each that asks. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Holds the server, which starts at first use. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }

    /** A new, empty database, and a pool of connections to it. */
    public static HikariDataSource database() {
        return pool(url());
    }

    /** The address of a new, empty database, for another process. */
    public static String url() {
        String name = "test_" + DATABASES.incrementAndGet();
        DataSource server = Server.RUNNING.getPostgresDatabase();
        JdbcClient.create(server).sql("CREATE DATABASE " + name).update();
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** A pool of connections to the database at this address. */
    public static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(8);
        return pool;
    }
}
