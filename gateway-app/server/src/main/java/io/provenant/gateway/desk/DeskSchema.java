package io.provenant.gateway.desk;

import io.provenant.canonical.Digest;
import io.provenant.gateway.log.JdkDigests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schema {@code desk}: ordered scripts, each run once, never changed afterwards. The schema outlives every version
 * of the gateway, unlike the index.
 */
public final class DeskSchema {

    private static final List<String> SCRIPTS =
            List.of("001-outbox.sql", "002-idempotency.sql", "003-read-log.sql", "004-released.sql");
    private static final long LOCK = 0x70766e6465736bL; // "pvndesk"

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private DeskSchema(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** Brings the schema up to this version; two processes do it one after the other. */
    public static void migrate(DataSource database) {
        DeskSchema schema = new DeskSchema(database);
        schema.transaction.executeWithoutResult(status -> schema.migrate());
    }

    private void migrate() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS desk").update();
        jdbc.sql("CREATE TABLE IF NOT EXISTS desk.migration (script text PRIMARY KEY, sha256 text NOT NULL)")
                .update();
        SCRIPTS.forEach(this::run);
    }

    private void run(String script) {
        String sql = read(script);
        String hash = digest(sql).hex();
        Optional<String> known = jdbc.sql("SELECT sha256 FROM desk.migration WHERE script = :script")
                .param("script", script)
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            if (!known.get().equals(hash)) {
                throw new IllegalStateException("desk script " + script + " was run as " + known.get() + " and is "
                        + hash + " now: this gateway is not the one that made the schema");
            }
            return;
        }
        jdbc.sql(sql).update();
        jdbc.sql("INSERT INTO desk.migration (script, sha256) VALUES (:script, :hash)")
                .param("script", script)
                .param("hash", hash)
                .update();
    }

    private static Digest digest(String sql) {
        return new JdkDigests().digest(sql.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String script) {
        try (InputStream in = DeskSchema.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(script + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script, e);
        }
    }
}
