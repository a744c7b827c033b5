package io.provenant.network.fabric.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Does one thing for several at the same time, a thread each, for they wait for other processes: a parallel stream has
 * no more threads than there are processors.
 */
public final class Parallel {

    private Parallel() {}

    /** Returns once it is done for all of them; throws what the first of them threw once all have ended. */
    public static <T> void each(Collection<T> all, Consumer<? super T> step) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, all.size()));
        try {
            List<CompletableFuture<Void>> steps = new ArrayList<>();
            all.forEach(one -> steps.add(CompletableFuture.runAsync(() -> step.accept(one), threads)));
            CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }
}
