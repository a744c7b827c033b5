package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@link Anchoring} steps on a thread of its own until it is closed. What may pass by itself is tried again with
 * pauses that double up to half a minute; files that contradict the ledger stop the loop. {@link #trouble} says why.
 */
public final class AnchorLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorLoop.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Anchoring anchoring;
    private final LogOrigin origin;
    private final Duration look;
    private final ScheduledExecutorService thread;
    private volatile @Nullable LogTrouble trouble;
    private Duration pause;
    private long notBeforeNanos = System.nanoTime();

    private AnchorLoop(Anchoring anchoring, LogOrigin origin, Duration look) {
        this.anchoring = anchoring;
        this.origin = origin;
        this.look = look;
        this.pause = look;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "anchor " + origin);
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Holds the log against its head on the ledger, where somebody can say what that is, and starts the loop, which looks
     * this often whether an anchor is due.
     */
    public static AnchorLoop start(Anchoring anchoring, LogOrigin origin, Duration look) {
        AnchorLoop loop = new AnchorLoop(anchoring, origin, look);
        loop.run(anchoring::compare);
        var unused = loop.thread.scheduleWithFixedDelay(loop::step, 0, look.toMillis(), TimeUnit.MILLISECONDS);
        return loop;
    }

    private interface Work {
        void run() throws AnchorUnavailableException, AnchorRefusedException;
    }

    /** Why the last step did not do its work, or nothing; for the health page. */
    public Optional<LogTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    // Every step starts from the head that the ledger holds, so one that failed half-way harms none that follows.
    private void step() {
        LogTrouble before = trouble;
        if ((before != null && before.isStopped()) || System.nanoTime() - notBeforeNanos < 0) {
            return;
        }
        run(anchoring::step);
    }

    private void run(Work work) {
        try {
            work.run();
            trouble = null;
            pause = look;
        } catch (AnchorUnavailableException | AnchorRefusedException | RuntimeException | Error e) {
            later(anchoring.trouble(e), e); // an Error too: the timer would drop the loop without a word
        }
    }

    private void later(LogTrouble found, Throwable failure) {
        LogTrouble before = trouble;
        if (before == null || before.kind() != found.kind()) {
            LOG.warn("anchoring of {}: {}: {}", origin, found.kind().code(), found.cause(), failure);
        }
        trouble = found;
        notBeforeNanos = System.nanoTime() + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
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
