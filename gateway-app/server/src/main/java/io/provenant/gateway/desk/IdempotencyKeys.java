package io.provenant.gateway.desk;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys in {@code desk.idempotency}; one older than a day is free again. */
public final class IdempotencyKeys {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /**
     * A key that was claimed before.
     *
     * @param answer absent while there is no definite one
     */
    record Claim(Digest request, Instant claimedAt, Optional<JsonObject> answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The keys; the schema is there. */
    public IdempotencyKeys(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Claims the key, durably; where it is in use already, says by what. */
    Optional<Claim> claim(String alias, UUID key, Digest request) {
        Instant now = clock.instant();
        boolean fresh = jdbc.sql("""
                                INSERT INTO desk.idempotency (alias, key, request_hash, claimed_at)
                                VALUES (:alias, :key, :request, :now)
                                ON CONFLICT (alias, key) DO UPDATE
                                SET request_hash = excluded.request_hash, claimed_at = excluded.claimed_at, answer = NULL
                                WHERE idempotency.claimed_at < :expired
                                """)
                        .param("alias", alias)
                        .param("key", key)
                        .param("request", request.hex())
                        .param("now", Timestamp.from(now))
                        .param("expired", Timestamp.from(now.minus(KEPT)))
                        .update()
                == 1;
        return fresh
                ? Optional.empty()
                : jdbc.sql("SELECT * FROM desk.idempotency WHERE alias = :alias AND key = :key")
                        .param("alias", alias)
                        .param("key", key)
                        .query(IdempotencyKeys::claim)
                        .optional();
    }

    void answer(String alias, UUID key, JsonObject answer) {
        jdbc.sql("UPDATE desk.idempotency SET answer = :answer WHERE alias = :alias AND key = :key")
                .param("answer", answer.canonical())
                .param("alias", alias)
                .param("key", key)
                .update();
    }

    void release(String alias, UUID key) {
        jdbc.sql("DELETE FROM desk.idempotency WHERE alias = :alias AND key = :key AND answer IS NULL")
                .param("alias", alias)
                .param("key", key)
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("DELETE FROM desk.idempotency WHERE claimed_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                new Digest(row.getString("request_hash")),
                row.getTimestamp("claimed_at").toInstant(),
                Optional.ofNullable(row.getString("answer")).map(StrictJsonReader::parseObject));
    }
}
