package io.provenant.gateway.ledger.fabric;

import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in no block yet again, the very same envelope, with pauses that double up to a minute. The ledger takes
 * one copy; the others are duplicates of its transaction id.
 */
final class Resender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Resender.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Due(Instant at, Duration pause) {}

    private final Commits commits;
    private final Consumer<SignedEnvelope> send;
    private final Executor workers;
    private final Duration first;
    private final Clock clock;
    private final Map<String, Due> due = new HashMap<>();
    private final ScheduledExecutorService thread;

    Resender(Commits commits, Consumer<SignedEnvelope> send, Executor workers, Duration first, Clock clock) {
        this.commits = commits;
        this.send = send;
        this.workers = workers;
        this.first = first;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "resend");
            worker.setDaemon(true);
            return worker;
        });
    }

    void start() {
        long look = Math.max(50, first.toMillis() / 4);
        var unused = thread.scheduleWithFixedDelay(this::lookAgain, look, look, TimeUnit.MILLISECONDS);
    }

    // A look that throws would be the last one, and what has no ending would never get one.
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            LOG.error("what has no ending was not sent again, and is looked at again", e);
        }
    }

    private void look() {
        Instant now = clock.instant();
        List<Commits.Awaited> unended = commits.sendable();
        due.keySet()
                .retainAll(unended.stream().map(some -> some.envelope().txId()).collect(Collectors.toSet()));
        for (Commits.Awaited some : unended) {
            Due known = due.computeIfAbsent(some.envelope().txId(), id -> new Due(now.plus(first), first));
            if (!now.isBefore(known.at())) {
                Duration pause = known.pause().multipliedBy(2).compareTo(LONGEST) > 0
                        ? LONGEST
                        : known.pause().multipliedBy(2);
                due.put(some.envelope().txId(), new Due(now.plus(pause), pause));
                workers.execute(() -> send.accept(some.envelope()));
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
