package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Anchoring} steps on a thread of its own until it is closed. A ledger that does not answer is asked again;
 * a refusal, or files that contradict the ledger, stop the loop, and {@link #problem} says why.
 */
public final class AnchorLoop implements AutoCloseable {

    private static final Duration TO_FINISH = Duration.ofSeconds(30);

    private final Anchoring anchoring;
    private final ScheduledExecutorService thread;
    private volatile @Nullable String problem;

    private AnchorLoop(Anchoring anchoring, String name) {
        this.anchoring = anchoring;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Starts the loop; it looks this often whether an anchor is due. */
    public static AnchorLoop start(Anchoring anchoring, LogOrigin origin, Duration look) {
        AnchorLoop loop = new AnchorLoop(anchoring, "anchor " + origin);
        loop.schedule(look);
        return loop;
    }

    /** Why the last step did not do its work, or nothing; for the health page. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void schedule(Duration look) {
        var unused = thread.scheduleWithFixedDelay(this::step, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    // An exception that leaves this method ends the schedule: only what may pass by itself is caught.
    private void step() {
        try {
            anchoring.step();
            problem = null;
        } catch (AnchorUnavailableException e) {
            problem = "unavailable, tried again: " + e.getMessage();
        } catch (AnchorRefusedException e) {
            problem = "stopped, refused by the peers: " + e.getMessage();
            throw new IllegalStateException(problem, e);
        } catch (RuntimeException e) {
            problem = "stopped: " + e.getMessage();
            throw e;
        }
    }

    /** Lets a running step finish. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(TO_FINISH.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
