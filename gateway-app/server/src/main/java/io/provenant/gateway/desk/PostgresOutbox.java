package io.provenant.gateway.desk;

import com.google.protobuf.ByteString;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.commit.Ending;
import io.provenant.gateway.ledger.commit.Outbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.commit.OutboxRefusedException;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import io.provenant.ledger.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox in {@code desk.outbox}. */
public final class PostgresOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final String chaincode;
    private final Clock clock;

    /** The outbox for envelopes of this chaincode; the schema is there. */
    public PostgresOutbox(DataSource database, String chaincode, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.chaincode = chaincode;
        this.clock = clock;
    }

    @Override
    public void write(OutboxEntry entry) {
        try {
            insert(entry);
        } catch (CannotGetJdbcConnectionException e) {
            throw new OutboxRefusedException("the database does not answer", e);
        } catch (DataAccessException e) {
            throw isCertain(e) ? new OutboxRefusedException("the database refused it", e) : e;
        }
    }

    // 53: disk full and the like; 25006: read-only. The statement had no effect.
    private static boolean isCertain(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith("53") || cause.getSQLState().equals("25006"));
    }

    private void insert(OutboxEntry entry) {
        jdbc.sql("""
                        INSERT INTO desk.outbox
                            (tx_id, reference, alias, role, command, envelope, after_block, written_at)
                        VALUES (:txId, :reference, :alias, :role, :command, :envelope, :afterBlock, :writtenAt)
                        """)
                .param("txId", entry.envelope().txId())
                .param("reference", entry.reference().orElse(null))
                .param("alias", entry.as().alias())
                .param("role", entry.as().role().code())
                .param("command", entry.command())
                .param("envelope", entry.envelope().prepared().toByteArray())
                .param("afterBlock", entry.afterBlock())
                .param("writtenAt", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void close(List<Ending> endings) {
        jdbc.sql("""
                        UPDATE desk.outbox
                        SET ending = new.ending, end_block = new.block, stale_keys = new.stale
                        FROM unnest(:txIds::text[], :endings::text[], :blocks::bigint[], :stale::text[])
                            AS new (tx_id, ending, block, stale)
                        WHERE outbox.tx_id = new.tx_id AND outbox.ending IS NULL
                        """)
                .param("txIds", endings.stream().map(Ending::txId).toArray(String[]::new))
                .param("endings", endings.stream().map(Ending::code).toArray(String[]::new))
                .param("blocks", endings.stream().map(Ending::blockNumber).toArray(Long[]::new))
                .param(
                        "stale",
                        endings.stream()
                                .map(end -> String.join(" ", end.staleKeys()))
                                .toArray(String[]::new))
                .update();
    }

    @Override
    public List<OutboxEntry> open() {
        return jdbc.sql("SELECT * FROM desk.outbox WHERE ending IS NULL AND released_at IS NULL ORDER BY no")
                .query(this::entry)
                .list();
    }

    @Override
    public void release(String txId) {
        jdbc.sql("""
                        UPDATE desk.outbox SET released_at = :now
                        WHERE tx_id = :txId AND ending IS NULL AND released_at IS NULL
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("txId", txId)
                .update();
    }

    @Override
    public List<OutboxEntry> released() {
        return jdbc.sql("SELECT * FROM desk.outbox WHERE ending IS NULL AND released_at IS NOT NULL ORDER BY no")
                .query(this::entry)
                .list();
    }

    @Override
    public Optional<OutboxEntry> find(String txId) {
        return jdbc.sql("SELECT * FROM desk.outbox WHERE tx_id = :txId")
                .param("txId", txId)
                .query(this::entry)
                .optional();
    }

    /** The entries of this reference since then, in the order in which they were written. */
    List<OutboxEntry> find(String reference, Instant since) {
        return jdbc.sql("""
                        SELECT * FROM desk.outbox
                        WHERE reference = :reference AND written_at >= :since
                        ORDER BY no
                        """)
                .param("reference", reference)
                .param("since", Timestamp.from(since))
                .query(this::entry)
                .list();
    }

    /** Forgets what ended before this time. */
    void forget(Instant before) {
        jdbc.sql("DELETE FROM desk.outbox WHERE ending IS NOT NULL AND written_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private OutboxEntry entry(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        SignedEnvelope envelope = SignedEnvelope.parse(ByteString.copyFrom(row.getBytes("envelope")), chaincode);
        return new OutboxEntry(
                envelope,
                new Signatory(
                        row.getString("alias"),
                        Role.of(role).orElseThrow(() -> new IllegalStateException("no such role: " + role))),
                row.getString("command"),
                Optional.ofNullable(row.getString("reference")),
                row.getLong("after_block"),
                ending(envelope.txId(), row));
    }

    private static Optional<Ending> ending(String txId, ResultSet row) throws SQLException {
        String code = row.getString("ending");
        if (code == null) {
            return Optional.empty();
        }
        String stale = row.getString("stale_keys");
        return Optional.of(new Ending(
                txId, row.getLong("end_block"), code, stale.isEmpty() ? List.of() : List.of(stale.split(" "))));
    }
}
