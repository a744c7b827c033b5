package io.provenant.gateway.ledger.fabric;

import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in no block yet again, the very same envelope, with the pauses of {@link Resending}. The ledger takes one
 * copy; the others are duplicates of its transaction id.
 */
final class Resender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Resender.class);

    private final Commits commits;
    private final Function<SignedEnvelope, Optional<GatewayFault>> send;
    private final Executor workers;
    private final Duration first;
    private final Clock clock;
    private final Map<String, Resending> resendings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;

    Resender(
            Commits commits,
            Function<SignedEnvelope, Optional<GatewayFault>> send,
            Executor workers,
            Duration first,
            Clock clock) {
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

    void look() {
        Instant now = clock.instant();
        List<SignedEnvelope> unended =
                commits.sendable().stream().map(Commits.Awaited::envelope).toList();
        resendings.keySet().retainAll(unended.stream().map(SignedEnvelope::txId).collect(Collectors.toSet()));
        for (SignedEnvelope envelope : unended) {
            Resending known = resendings.computeIfAbsent(envelope.txId(), id -> Resending.first(now, first));
            if (!now.isBefore(known.dueAt())) {
                resendings.computeIfPresent(envelope.txId(), (id, last) -> last.sentAt(now));
                workers.execute(() -> send(envelope));
            }
        }
    }

    private void send(SignedEnvelope envelope) {
        Optional<GatewayFault> fault = send.apply(envelope);
        resendings.computeIfPresent(envelope.txId(), (id, known) -> known.answered(fault));
    }

    /** Where the sending of this transaction stands, if it has no ending. */
    Optional<Resending> of(String txId) {
        return Optional.ofNullable(resendings.get(txId));
    }

    /** How many have had no ending for longer than this. */
    long unendedFor(Duration longer) {
        Instant before = clock.instant().minus(longer);
        return resendings.values().stream()
                .filter(known -> known.since().isBefore(before))
                .count();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
