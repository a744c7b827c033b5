package io.provenant.network.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.embedded.testing.TestClient;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures on request, with {@code -Dtest=NodeBenchmark}: starts of a node, and transactions a second of a closed loop of
 * clients that endorse, submit and wait for the commit. One key read and written a transaction, two endorsements.
 */
class NodeBenchmark {

    private static final int IN_FLIGHT = 64;
    private static final int WARM_UP_S = 5;
    private static final int SECONDS = 10;

    @TempDir
    Path folder;

    private final AtomicInteger keys = new AtomicInteger();

    @Test
    void measures_starts_and_throughput() throws Exception {
        TestChannel channel = TestChannel.create(folder);
        Credential client = channel.client(TestChannel.ALPHA);
        EmbeddedNode node = started("first start, in a cold JVM", channel, client);
        for (boolean isTls : new boolean[] {false, true}) {
            run(node, client, isTls, WARM_UP_S);
            long cpuBefore = cpuMillis();
            List<Long> nanos = run(node, client, isTls, SECONDS);
            long cpu = cpuMillis() - cpuBefore;
            Collections.sort(nanos);
            print(
                    "%s, %d in flight: %d transactions a second, p50 %d ms, p99 %d ms, %.2f CPU-ms each with clients",
                    isTls ? "TLS" : "in-process",
                    IN_FLIGHT,
                    nanos.size() / SECONDS,
                    TimeUnit.NANOSECONDS.toMillis(nanos.get(nanos.size() / 2)),
                    TimeUnit.NANOSECONDS.toMillis(nanos.get(nanos.size() * 99 / 100)),
                    (double) cpu / nanos.size());
            assertThat(nanos).isNotEmpty();
        }
        long height = node.ledger().height();
        node.close();
        print("%d blocks hold %d transactions", height, keys.get());
        started("second start, on these blocks", channel, client).close();
    }

    private static EmbeddedNode started(String what, TestChannel channel, Credential client) throws Exception {
        long begin = System.nanoTime();
        long cpuBefore = cpuMillis();
        EmbeddedNode node = EmbeddedNode.start(channel.settings(), TestChannel.probes());
        long ready = System.nanoTime();
        long cpu = cpuMillis() - cpuBefore;
        try (TestClient gateway = TestClient.inProcess(node, TestChannel.ALPHA, TestChannel.ALPHA, client)) {
            gateway.contract().submitTransaction("add", "first", "x");
        }
        print(
                "%s: %d ms (%d ms of CPU), first transaction committed after %d ms more",
                what,
                TimeUnit.NANOSECONDS.toMillis(ready - begin),
                cpu,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ready));
        return node;
    }

    private List<Long> run(EmbeddedNode node, Credential client, boolean isTls, int seconds)
            throws InterruptedException, IOException {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
        try (TestClient gateway = client(node, client, isTls)) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int i = 0; i < IN_FLIGHT; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        nanos.add(timed(gateway));
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        return new ArrayList<>(nanos);
    }

    private long timed(TestClient gateway) {
        long begin = System.nanoTime();
        try {
            gateway.contract().submitTransaction("add", "key-" + keys.incrementAndGet(), "x");
        } catch (GatewayException | CommitException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - begin;
    }

    private TestClient client(EmbeddedNode node, Credential client, boolean isTls) {
        return isTls
                ? TestClient.tls(
                        node.address(TestChannel.ALPHA),
                        folder.resolve(TestChannel.ALPHA).resolve("tls"),
                        TestChannel.ALPHA,
                        client)
                : TestClient.inProcess(node, TestChannel.ALPHA, TestChannel.ALPHA, client);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static void print(String text, Object... values) {
        System.out.println("BENCH " + String.format(Locale.ROOT, text, values));
    }
}
