package io.provenant.gateway.api;

import io.provenant.gateway.index.AsOf;
import io.provenant.gateway.index.Index;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * How far the index is, for anybody who asks without a token. However many ask, one question at a time goes to the
 * database and whoever comes meanwhile gets its answer: a database that hangs costs one connection and two seconds.
 */
public final class IndexProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Index index;
    private final ExecutorService thread;
    private CompletableFuture<AsOf> question;
    private long askedNanos;

    /** Asks this index. */
    public IndexProbe(Index index) {
        this.index = index;
        this.question = CompletableFuture.failedFuture(new IllegalStateException("nothing was asked yet"));
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, "index probe");
            worker.setDaemon(true);
            return worker;
        });
    }

    /** How far the index is; {@link org.springframework.dao.DataAccessException} where its database does not say. */
    AsOf asOf() {
        CompletableFuture<AsOf> asked;
        long left;
        synchronized (this) {
            if (question.isDone()) {
                question = CompletableFuture.supplyAsync(index::asOf, thread);
                askedNanos = System.nanoTime();
            }
            asked = question;
            left = PATIENCE.toNanos() - (System.nanoTime() - askedNanos);
        }
        return answer(asked, Math.max(0, left));
    }

    private static AsOf answer(CompletableFuture<AsOf> asked, long nanos) {
        try {
            return asked.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("the database has not answered for " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("the gateway is closing", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
