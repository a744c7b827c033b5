package io.provenant.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.commit.Ending;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.commit.OutboxRefusedException;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestPostgres;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.ledger.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeskTest {

    private static final Signatory OFFICER = new Signatory("a1b2c3d4e5f6", Role.EXCHANGE_OFFICER);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static HikariDataSource database;
    private static PostgresOutbox outbox;

    @BeforeAll
    static void migrate() {
        database = TestPostgres.database();
        DeskSchema.migrate(database);
        outbox = new PostgresOutbox(database, TestChain.CHAINCODE, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_envelope_comes_back_as_it_was_written() {
        OutboxEntry entry = entry("kept", Optional.of("a1b2c3d4e5f6/1"));

        outbox.write(entry);

        assertThat(outbox.find(entry.envelope().txId())).contains(entry);
        assertThat(outbox.open()).contains(entry);
        assertThat(outbox.find("a1b2c3d4e5f6/1", NOW)).containsExactly(entry);
        assertThat(outbox.find("a1b2c3d4e5f6/1", NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void what_the_database_will_not_or_cannot_take_is_certainly_not_there() {
        HikariDataSource full = new HikariDataSource();
        full.setJdbcUrl(database.getJdbcUrl());
        full.addDataSourceProperty("options", "-c default_transaction_read_only=on");
        PostgresOutbox refusing = new PostgresOutbox(full, TestChain.CHAINCODE, Clock.fixed(NOW, ZoneOffset.UTC));
        OutboxEntry entry = entry("refused", Optional.empty());

        assertThatThrownBy(() -> refusing.write(entry)).isInstanceOf(OutboxRefusedException.class);
        full.close();
        assertThatThrownBy(() -> refusing.write(entry)).isInstanceOf(OutboxRefusedException.class);

        assertThat(outbox.find(entry.envelope().txId())).isEmpty();
    }

    @Test
    void the_first_ending_stays_and_unknown_ids_are_left_out() {
        OutboxEntry entry = entry("ended", Optional.empty());
        outbox.write(entry);
        Ending first = ending("ended", "MVCC_READ_CONFLICT", "PTY!pty-a", "TIK!market");

        outbox.close(List.of(first, ending("nobody", "VALID")));
        outbox.close(List.of(ending("ended", "VALID")));

        assertThat(outbox.find(entry.envelope().txId()).orElseThrow().ending()).contains(first);
        assertThat(outbox.open())
                .extracting(open -> open.envelope().txId())
                .doesNotContain(entry.envelope().txId());
    }

    @Test
    void what_is_released_is_no_longer_open_and_takes_its_ending_all_the_same() {
        OutboxEntry entry = entry("released", Optional.empty());
        outbox.write(entry);

        outbox.release(entry.envelope().txId());

        assertThat(outbox.open()).doesNotContain(entry);
        assertThat(outbox.released()).containsExactly(entry);
        outbox.close(List.of(ending("released", "VALID")));
        assertThat(outbox.released()).isEmpty();
        assertThat(outbox.find(entry.envelope().txId()).orElseThrow().ending()).contains(ending("released", "VALID"));
    }

    @Test
    void what_has_ended_is_forgotten_after_two_days_and_what_has_not_never() {
        outbox.write(entry("old-open", Optional.empty()));
        outbox.write(entry("old-ended", Optional.empty()));
        outbox.close(List.of(ending("old-ended", "VALID")));
        Clock later = Clock.fixed(NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);

        new DeskCleaning(outbox, new IdempotencyKeys(database, later), later).run();

        assertThat(outbox.find(TestTransaction.txId("old-open"))).isPresent();
        assertThat(outbox.find(TestTransaction.txId("old-ended"))).isNotPresent();
    }

    @Test
    void migrating_again_changes_nothing() {
        outbox.write(entry("migrated", Optional.empty()));

        DeskSchema.migrate(database);

        assertThat(outbox.find(TestTransaction.txId("migrated"))).isPresent();
    }

    @Test
    void a_script_that_was_changed_after_it_ran_is_refused() {
        try (HikariDataSource other = TestPostgres.database()) {
            DeskSchema.migrate(other);
            JdbcClient.create(other)
                    .sql("UPDATE desk.migration SET sha256 = 'another' WHERE script = '001-outbox.sql'")
                    .update();

            assertThatThrownBy(() -> DeskSchema.migrate(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("001-outbox.sql was run as another");
        }
    }

    @Test
    void reads_of_documents_are_kept_in_order() {
        PostgresReadLog log = new PostgresReadLog(database, Clock.fixed(NOW, ZoneOffset.UTC));

        ReadLog.DocumentRead first = log.write("a1b2c3d4e5f6", "regulator.officer", "pdcCase", "PVD!a!1", "pvn:Case");
        ReadLog.DocumentRead second = log.write("a1b2c3d4e5f6", "regulator.officer", "pdcCase", "PVD!a!2", "pvn:Case");

        assertThat(log.after(0, Optional.empty(), 10)).containsExactly(first, second);
        assertThat(log.after(first.sequence(), Optional.empty(), 10)).containsExactly(second);
        assertThat(log.after(0, Optional.of("PVD!a!1"), 10)).containsExactly(first);
        assertThat(first.atMs()).isEqualTo(NOW.toEpochMilli());
    }

    private static OutboxEntry entry(String name, Optional<String> reference) {
        SignedEnvelope envelope = SignedEnvelope.parse(
                TestTransaction.of("approve", name).read("TIK!market", 3, 1).prepared(), TestChain.CHAINCODE);
        return new OutboxEntry(envelope, OFFICER, "approve", reference, 7, Optional.empty());
    }

    private static Ending ending(String name, String code, String... stale) {
        return new Ending(TestTransaction.txId(name), 9, code, List.of(stale));
    }
}
