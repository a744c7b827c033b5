package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.HookedOutbox;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.testing.CounterChaincode;
import io.provenant.gateway.testing.TestMarket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who write one key, and answers that are late, on a chaincode that is nothing but a hot key. */
class ContentionTest {

    private static final LedgerCommand ADD = LedgerCommand.of("count:add", JsonObject.empty());

    @TempDir
    Path folder;

    private TestMarket market;

    @BeforeEach
    void start() {
        market = TestMarket.start(
                folder, Duration.ofMillis(200), mspId -> new CounterChaincode("counter:" + mspId).asService());
    }

    @AfterEach
    void stop() {
        market.close();
    }

    @Test
    void conflicts_are_tried_afresh_a_bounded_number_of_times_and_nothing_counts_twice() {
        try (FabricLedgerClient client = market.client(EXCHANGE, new MemoryOutbox())) {
            List<CompletableFuture<Submission>> all = IntStream.range(0, 30)
                    .mapToObj(i -> client.submitAsync(TestMarket.provider(), ADD))
                    .toList();

            List<Submission> ended = all.stream().map(CompletableFuture::join).toList();

            List<Submission.Committed> committed = ended.stream()
                    .filter(Submission.Committed.class::isInstance)
                    .map(TestMarket::committed)
                    .toList();
            assertThat(committed)
                    .extracting(done -> done.answer().integer("count"))
                    .doesNotHaveDuplicates()
                    .contains((long) committed.size());
            assertThat(committed).anyMatch(done -> done.retried().isPresent());
            assertThat(ended)
                    .filteredOn(Submission.Conflict.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(end -> {
                        Submission.Conflict conflict = (Submission.Conflict) end;
                        assertThat(conflict.attempts()).isEqualTo(5);
                        assertThat(conflict.validationCode()).isEqualTo("MVCC_READ_CONFLICT");
                        assertThat(conflict.staleKeys()).containsExactly(CounterChaincode.KEY);
                    });
            assertThat(ended).noneMatch(Submission.Indeterminate.class::isInstance);
        }
    }

    @Test
    void what_is_in_no_block_in_time_is_indeterminate_and_known_later() {
        Limits hasty = Limits.usual().waiting(Duration.ofMillis(20), Duration.ofSeconds(5));
        try (FabricLedgerClient client =
                market.client(TestMarket.settings(EXCHANGE).within(hasty), new MemoryOutbox())) {
            Submission late = client.submit(TestMarket.provider(), ADD);

            assertThat(late).isInstanceOfSatisfying(Submission.Indeterminate.class, indeterminate -> {
                await().until(() -> client.outcome(indeterminate.txId())
                        .filter(Submission.Committed.class::isInstance)
                        .isPresent());
            });
        }
    }

    @Test
    void the_same_envelope_sent_again_and_again_counts_once() {
        Limits impatient = Limits.usual().waiting(Duration.ofSeconds(30), Duration.ofMillis(1));
        try (FabricLedgerClient client =
                market.client(TestMarket.settings(EXCHANGE).within(impatient), new MemoryOutbox())) {
            TestMarket.committed(client.submit(TestMarket.provider(), ADD));
            Submission.Committed second = TestMarket.committed(client.submit(TestMarket.provider(), ADD));

            assertThat(second.answer().integer("count")).isEqualTo(2);
            assertThat(market.transactions()).isGreaterThan(2);
        }
    }

    @Test
    void more_than_is_allowed_at_once_is_told_so_and_not_sent() {
        Limits narrow = new Limits(
                2, 3, 5, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5));
        try (FabricLedgerClient client =
                market.client(TestMarket.settings(EXCHANGE).within(narrow), new MemoryOutbox())) {
            List<Submission> ended =
                    IntStream.range(0, 10)
                            .mapToObj(i -> client.submitAsync(TestMarket.provider(), ADD))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(ended)
                    .filteredOn(Submission.Unavailable.class::isInstance)
                    .hasSize(7)
                    .allMatch(end -> ((Submission.Unavailable) end).why().startsWith("busy: 3 commands"));
        }
    }

    @Test
    void an_envelope_whose_first_submit_met_a_dead_peer_is_sent_when_it_is_back() throws Exception {
        HookedOutbox outbox = new HookedOutbox(new MemoryOutbox());
        try (FabricLedgerClient client = market.client(EXCHANGE, outbox)) {
            TestMarket.committed(client.submit(TestMarket.provider(), ADD));
            outbox.afterNextWrite(() -> market.node().stopPeer(EXCHANGE));
            CompletableFuture<Submission> submission = client.submitAsync(TestMarket.provider(), ADD);
            await().until(() -> !outbox.open().isEmpty() && client.problem().isPresent());
            assertThat(submission).isNotDone();

            market.node().startPeer(EXCHANGE);

            assertThat(TestMarket.committed(submission.get()).answer().integer("count"))
                    .isEqualTo(2);
            assertThat(outbox.open()).isEmpty();
        }
    }
}
