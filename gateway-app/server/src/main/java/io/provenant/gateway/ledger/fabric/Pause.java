package io.provenant.gateway.ledger.fabric;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Pauses that grow and are never the same for two, so that those who collided do not collide again. */
final class Pause {

    private static final long FIRST_MS = 20;
    private static final int MOST_DOUBLINGS = 6;

    private Pause() {}

    /** Runs what it is given after the pause before this repetition (from 1), on the other executor. */
    static Executor before(int repetition, Executor on) {
        return CompletableFuture.delayedExecutor(ms(repetition), TimeUnit.MILLISECONDS, on);
    }

    /** Waits for the pause before this repetition. */
    static void take(int repetition) {
        CompletableFuture.runAsync(() -> {}, before(repetition, Runnable::run)).join();
    }

    private static long ms(int repetition) {
        long longest = FIRST_MS << Math.min(repetition, MOST_DOUBLINGS);
        return longest / 2 + ThreadLocalRandom.current().nextLong(longest);
    }
}
