package io.provenant.gateway.ledger.fabric;

import io.provenant.gateway.ledger.OpenTransactions;
import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.Outbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.party.Fence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The open transactions of the outbox, with what the resender knows of them. */
public final class SentTransactions implements OpenTransactions {

    // A fence that is looked after ends what reads it sooner.
    private static final Duration LONG = Duration.ofMillis(3 * Fence.PERIOD_MS);

    private final Outbox outbox;
    private final Commits commits;
    private final Resender resender;

    SentTransactions(Outbox outbox, Commits commits, Resender resender) {
        this.outbox = outbox;
        this.commits = commits;
        this.resender = resender;
    }

    @Override
    public List<OpenTransaction> all() {
        return outbox.open().stream().map(this::open).toList();
    }

    private OpenTransaction open(OutboxEntry entry) {
        Optional<Resending> resending = resender.of(entry.envelope().txId());
        return new OpenTransaction(
                entry.envelope().txId(),
                entry.command(),
                entry.as().role(),
                entry.afterBlock(),
                resending.map(Resending::refusals).orElse(0),
                resending.map(Resending::says).orElse("sent"));
    }

    @Override
    public boolean release(String txId) {
        return commits.release(txId);
    }

    /** How many have been open for half an hour; asking waits for nothing. */
    public long openForLong() {
        return resender.unendedFor(LONG);
    }
}
