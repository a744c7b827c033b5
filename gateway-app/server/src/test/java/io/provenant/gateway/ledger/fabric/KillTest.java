package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static io.provenant.gateway.testing.TestMarket.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.desk.DeskSchema;
import io.provenant.gateway.desk.IdempotencyKeys;
import io.provenant.gateway.desk.PostgresCommandDesk;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.index.postgres.IndexRebuild;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockStream;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.testing.ChildProcess;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.gateway.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real processes, really killed, on a real database and a node with the real chaincode. */
class KillTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final String url = TestPostgres.url();
    private TestMarket market;
    private HikariDataSource database;
    private PostgresOutbox outbox;

    @BeforeEach
    void found() {
        database = TestPostgres.pool(url);
        DeskSchema.migrate(database);
        outbox = new PostgresOutbox(database, TestChain.CHAINCODE, Clock.systemUTC());
        market = TestMarket.start(folder, Duration.ofMillis(300));
        try (FabricLedgerClient exchange = market.client(EXCHANGE, new MemoryOutbox());
                FabricLedgerClient regulator = market.client(REGULATOR, new MemoryOutbox());
                FabricLedgerClient association = market.client(ASSOCIATION, new MemoryOutbox())) {
            TestMarket.found(exchange, regulator, association);
        }
    }

    @AfterEach
    void stop() {
        market.close();
        database.close();
    }

    @Test
    void what_was_written_and_never_sent_is_sent_after_the_restart_and_its_key_gives_that_answer() throws Exception {
        UUID key = UUID.randomUUID();
        String txId;
        try (ChildProcess gateway = gateway("die-before-submit", "ast-unsent", key.toString())) {
            txId = gateway.next("WRITTEN");
        }

        try (FabricLedgerClient restarted = market.client(EXCHANGE, outbox)) {
            await().atMost(A_WHILE).until(() -> outbox.open().isEmpty());

            assertThat(committed(again(restarted, "ast-unsent", key)).txId()).isEqualTo(txId);
        }
    }

    @Test
    void what_was_sent_by_a_process_killed_at_any_moment_is_committed_once() throws Exception {
        for (int round = 0; round < 4; round++) {
            UUID key = UUID.randomUUID();
            String assetId = "ast-round-" + round;
            String txId;
            try (ChildProcess gateway = gateway("submit", assetId, key.toString())) {
                txId = gateway.next("WRITTEN");
                if (round % 2 == 0) {
                    gateway.next("COMMITTED");
                }
                gateway.kill();
            }

            try (FabricLedgerClient restarted = market.client(EXCHANGE, outbox)) {
                Submission.Committed answer = committed(again(restarted, assetId, key));

                assertThat(answer.txId()).isEqualTo(txId);
                assertThat(answer.writes()).allMatch(write -> write.integer("rev") == 1);
                await().atMost(A_WHILE).until(() -> outbox.open().isEmpty());
            }
        }
    }

    @Test
    void an_index_killed_while_it_was_fed_goes_on_without_gap_or_double_and_a_rebuild_gives_the_same()
            throws Exception {
        try (FabricLedgerClient client = market.client(EXCHANGE, new MemoryOutbox());
                Traffic traffic = new Traffic(client)) {
            for (int round = 1; round <= 3; round++) {
                try (ChildProcess gateway = gateway("feed")) {
                    for (int i = 0; i < 2 + round; i++) {
                        gateway.next("INDEXED");
                    }
                    gateway.kill();
                }
            }
            assertThat(traffic.sent()).isPositive();
        }
        IndexStore store = IndexStore.open(database, database, RecordTypes.all(), Commands.all());
        assertThat(store.feeder().nextBlock()).isPositive();
        try (FabricLedgerClient client = market.client(TestMarket.settings(EXCHANGE), outbox, store.feeder())) {
            await().atMost(A_WHILE)
                    .until(() ->
                            store.feeder().nextBlock() == market.node().ledger().height());
            String incremental = dump("index_1");

            IndexRebuild rebuild = store.rebuild();
            try (BlockStream blocks = client.feed(rebuild, "rebuild")) {
                rebuild.done().get();
                assertThat(blocks.problem()).isEmpty();
            }

            assertThat(dump("index_2")).isEqualTo(incremental);
            assertThat(incremental).contains("ast-traffic-0");
        }
    }

    private ChildProcess gateway(String... what) throws IOException {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                url,
                folder.toString(),
                Integer.toString(market.node().address(EXCHANGE).port())));
        arguments.addAll(List.of(what));
        return ChildProcess.start(KilledGateway.class, arguments.toArray(String[]::new));
    }

    // Whoever asks early is told that nobody knows yet; he asks again, with the same key.
    private Submission again(FabricLedgerClient client, String assetId, UUID key) throws Exception {
        PostgresCommandDesk desk =
                new PostgresCommandDesk(client, outbox, new IdempotencyKeys(database, Clock.systemUTC()));
        await().atMost(A_WHILE)
                .until(() -> !(desk.submit(TestMarket.provider(), TestMarket.declaration(assetId), key)
                        instanceof Submission.Indeterminate));
        return desk.submit(TestMarket.provider(), TestMarket.declaration(assetId), key);
    }

    private String dump(String schema) {
        JdbcClient jdbc = JdbcClient.create(database);
        StringBuilder all = new StringBuilder();
        for (String table : List.of("block", "transaction", "record_version", "record", "mention", "document")) {
            jdbc.sql("SELECT t::text FROM " + schema + "." + table + " t ORDER BY t::text")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(table).append(' ').append(row).append('\n'));
        }
        return all.toString();
    }

    /** One asset after the other, until it is closed. */
    private static final class Traffic implements AutoCloseable {

        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Void> done;

        Traffic(FabricLedgerClient client) {
            this.done = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    String assetId = "ast-traffic-" + sent.get();
                    committed(client.submit(TestMarket.provider(), TestMarket.declaration(assetId)));
                    sent.incrementAndGet();
                }
            });
        }

        int sent() {
            return sent.get();
        }

        @Override
        public void close() {
            over.set(true);
            done.join();
        }
    }
}
