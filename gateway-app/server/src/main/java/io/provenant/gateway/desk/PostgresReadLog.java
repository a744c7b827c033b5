package io.provenant.gateway.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read log in {@code desk.read_log}: rows are added, never changed. */
public final class PostgresReadLog implements ReadLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The log; the schema is there. */
    public PostgresReadLog(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    @Override
    public DocumentRead write(String alias, String role, String collection, String key, String reasonCode) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        long sequence = jdbc.sql("""
                        INSERT INTO desk.read_log (read_at, alias, role, collection, key, reason_code)
                        VALUES (:at, :alias, :role, :collection, :key, :reason)
                        RETURNING sequence
                        """)
                .param("at", Timestamp.from(now))
                .param("alias", alias)
                .param("role", role)
                .param("collection", collection)
                .param("key", key)
                .param("reason", reasonCode)
                .query(Long.class)
                .single();
        return new DocumentRead(sequence, now.toEpochMilli(), alias, role, collection, key, reasonCode);
    }

    @Override
    public List<DocumentRead> after(long sequence, Optional<String> key, int limit) {
        return jdbc.sql("""
                        SELECT * FROM desk.read_log
                        WHERE sequence > :after AND (:key::text IS NULL OR key = :key)
                        ORDER BY sequence
                        LIMIT :limit
                        """)
                .param("after", sequence)
                .param("key", key.orElse(null))
                .param("limit", limit)
                .query(PostgresReadLog::read)
                .list();
    }

    private static DocumentRead read(ResultSet row, int number) throws SQLException {
        return new DocumentRead(
                row.getLong("sequence"),
                row.getTimestamp("read_at").getTime(),
                row.getString("alias"),
                row.getString("role"),
                row.getString("collection"),
                row.getString("key"),
                row.getString("reason_code"));
    }
}
