package io.provenant.gateway.index.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One schema {@code index_N}. Every statement runs in a transaction whose search path is this schema, so that the SQL
 * names plain tables; a reading one sees a single snapshot.
 */
final class Schema {

    private final int number;
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Schema(DataSource database, int number) {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
        this.number = number;
        this.jdbc = JdbcClient.create(database);
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The numbers of the schemas in this database, ascending: the first serves, a second one is being built. */
    static List<Integer> numbers(DataSource database) {
        return JdbcClient.create(database).sql("""
                        SELECT substr(nspname, 7)::integer AS number
                        FROM pg_namespace
                        WHERE nspname ~ '^index_[0-9]{1,9}$'
                        ORDER BY number
                        """).query(Integer.class).list();
    }

    int number() {
        return number;
    }

    /** Makes the schema, where it is not there. */
    void create() {
        writing.executeWithoutResult(status -> {
            boolean there = jdbc.sql("SELECT count(*) FROM pg_namespace WHERE nspname = :name")
                            .param("name", name())
                            .query(Long.class)
                            .single()
                    > 0;
            if (!there) {
                jdbc.sql("CREATE SCHEMA " + name()).update();
                enter();
                jdbc.sql(tables()).update();
            }
        });
    }

    void drop() {
        jdbc.sql("DROP SCHEMA IF EXISTS " + name() + " CASCADE").update();
    }

    /** One reading transaction on one snapshot. */
    <T> T read(Function<JdbcClient, T> work) {
        return inside(reading, () -> work.apply(jdbc));
    }

    /** One writing transaction. */
    <T> T write(Function<JdbcClient, T> work) {
        return inside(writing, () -> work.apply(jdbc));
    }

    private <T> T inside(TransactionTemplate transaction, Supplier<T> work) {
        T result = transaction.execute(status -> {
            enter();
            return work.get();
        });
        if (result == null) {
            throw new IllegalStateException("a statement gave no result");
        }
        return result;
    }

    private void enter() {
        jdbc.sql("SET LOCAL search_path TO " + name()).update();
    }

    private String name() {
        return "index_" + number;
    }

    private static String tables() {
        try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql", e);
        }
    }
}
