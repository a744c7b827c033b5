package io.provenant.gateway.index.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
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
    private final Side reading;
    private final Side writing;

    /** A way to the database: its statements, and the transactions that they run in. */
    private record Side(JdbcClient jdbc, TransactionTemplate transaction) {

        static Side to(DataSource database) {
            return new Side(
                    JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
        }
    }

    /** The schema of this number; questions go one way, whatever changes it another one. */
    Schema(DataSource questions, DataSource work, int number) {
        this.number = number;
        this.reading = Side.to(questions);
        this.writing = Side.to(work);
        reading.transaction().setReadOnly(true);
        reading.transaction().setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
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
        writing.transaction().executeWithoutResult(status -> {
            boolean there = writing.jdbc()
                            .sql("SELECT count(*) FROM pg_namespace WHERE nspname = :name")
                            .param("name", name())
                            .query(Long.class)
                            .single()
                    > 0;
            if (!there) {
                writing.jdbc().sql("CREATE SCHEMA " + name()).update();
                enter(writing.jdbc());
                writing.jdbc().sql(tables()).update();
            }
        });
    }

    void drop() {
        writing.jdbc().sql("DROP SCHEMA IF EXISTS " + name() + " CASCADE").update();
    }

    /** One reading transaction on one snapshot. */
    <T> T read(Function<JdbcClient, T> work) {
        return inside(reading, work);
    }

    /** One writing transaction. */
    <T> T write(Function<JdbcClient, T> work) {
        return inside(writing, work);
    }

    private <T> T inside(Side side, Function<JdbcClient, T> work) {
        T result = side.transaction().execute(status -> {
            enter(side.jdbc());
            return work.apply(side.jdbc());
        });
        if (result == null) {
            throw new IllegalStateException("a statement gave no result");
        }
        return result;
    }

    private void enter(JdbcClient jdbc) {
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
