package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.Submission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Clients that send one command after the other, each once, and note what they are told. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 50;

    private final LedgerClient client;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    private Load(LedgerClient client) {
        this.client = client;
    }

    static Load on(LedgerClient client) {
        Load load = new Load(client);
        for (int i = 0; i < CLIENTS; i++) {
            load.clients.execute(load::run);
        }
        return load;
    }

    private void run() {
        try {
            do {
                NewSection section = NewSection.next();
                Submission submission = client.submit(FaultyLedger.OFFICER, section.command());
                told.add(new Told(section.hash(), submission, System.nanoTime()));
            } while (!end.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns once this many more are committed. */
    void awaitCommitted(int more) {
        long before = committed();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            assertThat(told).noneMatch(some -> some.kind().equals("refused"));
            return committed() >= before + more;
        });
    }

    private long committed() {
        return told.stream().filter(Told::isCommitted).count();
    }

    /** Ends it; gives all that was told. */
    List<Told> stop() {
        close();
        return List.copyOf(told);
    }

    @Override
    public void close() {
        end.countDown();
        clients.shutdown();
        try {
            if (!clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("a command was neither committed nor told to be anything else");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
