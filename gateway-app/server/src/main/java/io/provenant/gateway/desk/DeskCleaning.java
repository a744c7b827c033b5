package io.provenant.gateway.desk;

import java.time.Clock;
import java.time.Instant;

/** Forgets what nobody asks for any more: answers after a day, ended envelopes after two. The read log stays. */
public final class DeskCleaning {

    private final PostgresOutbox outbox;
    private final IdempotencyKeys keys;
    private final Clock clock;

    /** Cleans these. */
    public DeskCleaning(PostgresOutbox outbox, IdempotencyKeys keys, Clock clock) {
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    /** Cleans now; once an hour is often enough. */
    public void run() {
        Instant now = clock.instant();
        keys.forget(now.minus(IdempotencyKeys.KEPT));
        outbox.forget(now.minus(IdempotencyKeys.KEPT.multipliedBy(2)));
    }
}
