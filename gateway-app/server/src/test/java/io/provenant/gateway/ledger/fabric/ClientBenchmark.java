package io.provenant.gateway.ledger.fabric;

import static io.provenant.gateway.testing.TestMarket.ASSOCIATION;
import static io.provenant.gateway.testing.TestMarket.EXCHANGE;
import static io.provenant.gateway.testing.TestMarket.REGULATOR;
import static io.provenant.gateway.testing.TestMarket.committed;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.desk.DeskSchema;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.index.postgres.IndexRebuild;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockStream;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.gateway.testing.TestPostgres;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Committed transactions a second from client to node, all in this JVM but PostgreSQL: three peers, the real chaincode,
 * durable outbox, index fed; then the rows a second of a rebuild. Arguments: how many transactions, how many at once.
 */
final class ClientBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ClientBenchmark() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        int atOnce = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("client-benchmark");
        try (HikariDataSource database = TestPostgres.database();
                TestMarket market = TestMarket.start(folder)) {
            DeskSchema.migrate(database);
            IndexStore store = IndexStore.open(database, database, RecordTypes.all(), Commands.all());
            PostgresOutbox outbox = new PostgresOutbox(database, TestChain.CHAINCODE, Clock.systemUTC());
            try (FabricLedgerClient exchange = market.client(TestMarket.settings(EXCHANGE), outbox, store.feeder());
                    FabricLedgerClient regulator = market.client(REGULATOR, new MemoryOutbox());
                    FabricLedgerClient association = market.client(ASSOCIATION, new MemoryOutbox())) {
                TestMarket.found(exchange, regulator, association);
                run(exchange, "ast-warm-", count / 2, atOnce);
                run(exchange, "ast-run-", count, atOnce);
                rebuild(exchange, store, database);
            }
        }
        System.exit(0);
    }

    private static void run(FabricLedgerClient client, String prefix, int count, int atOnce) {
        Semaphore room = new Semaphore(atOnce);
        long[] latencies = new long[count];
        long cpu = cpuMs();
        long start = System.nanoTime();
        List<CompletableFuture<Submission>> all = IntStream.range(0, count)
                .mapToObj(i -> {
                    room.acquireUninterruptibly();
                    long sent = System.nanoTime();
                    return client.submitAsync(TestMarket.provider(), TestMarket.declaration(prefix + i))
                            .whenComplete((done, failure) -> {
                                latencies[i] = System.nanoTime() - sent;
                                room.release();
                            });
                })
                .toList();
        all.forEach(one -> committed(one.join()));
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(latencies);
        OUT.printf(
                Locale.ROOT,
                "%s %d committed, %d at once: %.0f a second, p50 %.0f ms, p99 %.0f ms, %.2f CPU-ms each%n",
                prefix,
                count,
                atOnce,
                count / seconds,
                latencies[count / 2] / 1e6,
                latencies[count * 99 / 100] / 1e6,
                (cpuMs() - cpu) / (double) count);
    }

    private static void rebuild(FabricLedgerClient client, IndexStore store, HikariDataSource database)
            throws Exception {
        long cpu = cpuMs();
        long start = System.nanoTime();
        IndexRebuild rebuild = store.rebuild();
        try (BlockStream blocks = client.feed(rebuild, "rebuild")) {
            rebuild.done().get();
            blocks.problem().ifPresent(OUT::println);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long rows = rows(database);
        OUT.printf(
                Locale.ROOT,
                "rebuild: %d rows of %d blocks in %.1f s: %.0f rows a second, %.3f CPU-ms each in this JVM%n",
                rows,
                rebuild.blocks(),
                seconds,
                rows / seconds,
                (cpuMs() - cpu) / (double) rows);
    }

    private static long rows(HikariDataSource database) {
        return List.of("block", "transaction", "record_version", "record", "mention", "document").stream()
                .mapToLong(table -> JdbcClient.create(database)
                        .sql("SELECT count(*) FROM index_2." + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private static long cpuMs() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000_000;
    }
}
