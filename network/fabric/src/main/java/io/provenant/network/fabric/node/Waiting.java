package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition by asking again at short intervals, never longer than a limit. */
public final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long INTERVAL_MS = 20;

    private Waiting() {}

    /** Returns as soon as the condition holds; throws after a minute, naming what was waited for. */
    public static void until(String what, BooleanSupplier condition) {
        if (!within(LIMIT, condition)) {
            throw new FabricException("waited " + LIMIT.toSeconds() + " s in vain for " + what);
        }
    }

    /** Returns true as soon as the condition holds, false where it does not in this time. */
    public static boolean within(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("interrupted while waiting", e);
        }
    }
}
