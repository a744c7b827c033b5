package io.provenant.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small work of the gateway that is done again and again on a thread of its own; what fails once is tried again. */
final class Repeated implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private final ScheduledExecutorService thread;

    private Repeated(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** Does the work now, and again with these pauses. */
    static Repeated start(String name, Duration pause, Runnable work) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("{} failed and is tried again in {}", name, pause, e);
            }
        };
        var unused = thread.scheduleWithFixedDelay(guarded, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return new Repeated(thread);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
