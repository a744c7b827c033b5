package io.provenant.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.Ending;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import io.provenant.gateway.testing.ScriptedLedger;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresCommandDeskTest {

    private static final Signatory OFFICER = new Signatory("a1b2c3d4e5f6", Role.EXCHANGE_OFFICER);
    private static final LedgerCommand COMMAND =
            LedgerCommand.of("approve", JsonObject.empty().with("no", 1));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static HikariDataSource database;

    private final UUID key = UUID.randomUUID();
    private final ScriptedLedger ledger = new ScriptedLedger();

    @BeforeAll
    static void migrate() {
        database = TestPostgres.database();
        DeskSchema.migrate(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_same_key_gives_the_first_answer_and_sends_once() throws Exception {
        Submission first = new Submission.Committed(
                "00",
                7,
                JsonObject.empty().with("subjectKey", "x"),
                List.of(JsonObject.empty().with("key", "k")),
                Optional.of("fence"));
        ledger.answer(first);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(first);
        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(first);
        assertThat(ledger.sent()).isEqualTo(1);
    }

    @Test
    void a_refusal_and_a_conflict_are_answers_too() throws Exception {
        Submission refused = new Submission.Refused(List.of("NOT_FOUND"), "NOT_FOUND: a record named does not exist");
        Submission conflict = new Submission.Conflict("01", 8, "MVCC_READ_CONFLICT", List.of("PTY!pty-a"), 5);
        UUID other = UUID.randomUUID();
        ledger.answer(refused);
        desk(NOW).submit(OFFICER, COMMAND, key);
        ledger.answer(conflict);
        desk(NOW).submit(OFFICER, COMMAND, other);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(refused);
        assertThat(desk(NOW).submit(OFFICER, COMMAND, other)).isEqualTo(conflict);
        assertThat(ledger.sent()).isEqualTo(2);
    }

    @Test
    void another_request_under_a_used_key_is_refused() throws Exception {
        ledger.answer(new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty()));
        desk(NOW).submit(OFFICER, COMMAND, key);
        LedgerCommand other = LedgerCommand.of("approve", JsonObject.empty().with("no", 2));

        assertThatThrownBy(() -> desk(NOW).submit(OFFICER, other, key)).isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> desk(NOW)
                        .submit(
                                OFFICER,
                                COMMAND.by(Optional.of(JsonObject.empty().with("partyId", "pty-x"))),
                                key))
                .isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> desk(NOW).submit(OFFICER, COMMAND.depositing("{}"), key))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    void of_two_at_once_under_a_key_that_another_request_used_both_are_told_so() throws Exception {
        ledger.answer(new Submission.Refused(List.of("NOT_FOUND"), "NOT_FOUND: x"));
        desk(NOW).submit(OFFICER, COMMAND, key);
        LedgerCommand other = LedgerCommand.of("approve", JsonObject.empty().with("no", 2));
        CommandDesk desk = desk(NOW);

        List<CompletableFuture<Submission>> both = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return desk.submit(OFFICER, other, key);
                    } catch (KeyReusedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(both)
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableOfType(ExecutionException.class)
                        .withRootCauseInstanceOf(KeyReusedException.class)
                        .havingCause()
                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void keys_of_different_persons_never_meet() throws Exception {
        Signatory colleague = new Signatory("ffffffffffff", Role.EXCHANGE_OFFICER);
        ledger.answer(new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty()));
        desk(NOW).submit(OFFICER, COMMAND, key);
        Submission his = new Submission.Committed("02", 9, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(his);

        assertThat(desk(NOW).submit(colleague, COMMAND, key)).isEqualTo(his);
    }

    @Test
    void what_was_not_sent_is_sent_the_next_time() throws Exception {
        ledger.answer(new Submission.Unavailable("the peer is down"));
        desk(NOW).submit(OFFICER, COMMAND, key);
        Submission committed = new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(committed);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(committed);
    }

    @Test
    void a_key_is_free_again_after_a_day() throws Exception {
        ledger.answer(new Submission.Refused(List.of("NOT_FOUND"), "NOT_FOUND: x"));
        desk(NOW).submit(OFFICER, COMMAND, key);
        Submission committed = new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(committed);

        assertThat(desk(NOW.plus(Duration.ofHours(25))).submit(OFFICER, COMMAND, key))
                .isEqualTo(committed);
    }

    @Test
    void what_a_killed_process_sent_under_the_key_is_answered_from_the_outbox_and_not_sent_again() throws Exception {
        PostgresOutbox outbox = outbox(NOW);
        new IdempotencyKeys(database, Clock.fixed(NOW, ZoneOffset.UTC)).claim(OFFICER.alias(), key, request());
        SignedEnvelope envelope = SignedEnvelope.parse(
                TestTransaction.of("approve", "killed-" + key).prepared(), TestChain.CHAINCODE);
        outbox.write(new OutboxEntry(
                envelope, OFFICER, "approve", Optional.of(OFFICER.alias() + "/" + key), 3, Optional.empty()));
        Submission open = new Submission.Indeterminate(envelope.txId());
        ledger.outcome(open);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(open);
        outbox.close(List.of(new Ending(envelope.txId(), 9, "VALID", List.of())));
        Submission committed =
                new Submission.Committed(envelope.txId(), 9, JsonObject.empty(), List.of(), Optional.empty());
        ledger.outcome(committed);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(committed);
        assertThat(ledger.sent()).isZero();
    }

    @Test
    void what_a_killed_process_claimed_and_did_not_send_is_sent() throws Exception {
        new IdempotencyKeys(database, Clock.fixed(NOW, ZoneOffset.UTC)).claim(OFFICER.alias(), key, request());
        Submission committed = new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(committed);

        assertThat(desk(NOW).submit(OFFICER, COMMAND, key)).isEqualTo(committed);
        assertThat(ledger.sent()).isEqualTo(1);
    }

    @Test
    void two_at_once_under_one_key_are_one() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Submission committed = new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(committed);
        ledger.holdUntil(hold);
        CommandDesk desk = desk(NOW);
        CompletableFuture<Submission> first = CompletableFuture.supplyAsync(() -> submit(desk));
        await().until(() -> ledger.sent() == 1);
        CompletableFuture<Submission> second = CompletableFuture.supplyAsync(() -> submit(desk));

        hold.countDown();

        assertThat(first.get()).isEqualTo(committed);
        assertThat(second.get()).isEqualTo(committed);
        assertThat(ledger.sent()).isEqualTo(1);
    }

    @Test
    void what_was_committed_is_answered_even_where_the_answer_cannot_be_kept() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Submission committed = new Submission.Committed("00", 7, JsonObject.empty(), List.of(), Optional.empty());
        ledger.answer(committed);
        ledger.holdUntil(hold);
        HikariDataSource lost = TestPostgres.database();
        DeskSchema.migrate(lost);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        CommandDesk desk = new PostgresCommandDesk(ledger, outbox(NOW), new IdempotencyKeys(lost, clock));
        CompletableFuture<Submission> answer = CompletableFuture.supplyAsync(() -> submit(desk));
        await().until(() -> ledger.sent() == 1);

        lost.close();
        hold.countDown();

        assertThat(answer.get()).isEqualTo(committed);
    }

    private Submission submit(CommandDesk desk) {
        try {
            return desk.submit(OFFICER, COMMAND, key);
        } catch (KeyReusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static io.provenant.canonical.Digest request() {
        return PostgresCommandDesk.request(OFFICER, COMMAND);
    }

    private PostgresOutbox outbox(Instant now) {
        return new PostgresOutbox(database, TestChain.CHAINCODE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private CommandDesk desk(Instant now) {
        return new PostgresCommandDesk(
                ledger, outbox(now), new IdempotencyKeys(database, Clock.fixed(now, ZoneOffset.UTC)));
    }
}
