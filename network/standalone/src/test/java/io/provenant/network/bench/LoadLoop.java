package io.provenant.network.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Makes the same call over and over, a fixed number at a time, and measures each. */
public final class LoadLoop implements AutoCloseable {

    private static final int ERROR_CHARACTERS = 200;

    private final int inFlight;
    private final ExecutorService clients;

    /** So many in flight. */
    public LoadLoop(int inFlight) {
        this.inFlight = inFlight;
        this.clients = Executors.newFixedThreadPool(inFlight);
    }

    /**
     * What came of it.
     *
     * @param millis of each call that was made, ascending
     * @param endNanos when each call ended, by {@link System#nanoTime}, ascending
     * @param errors by text, how often
     */
    public record Result(double perSecond, List<Double> millis, List<Long> endNanos, Map<String, Integer> errors) {}

    /** So many calls. */
    public Result run(int count, Runnable call) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        return runWhile(() -> left.getAndDecrement() > 0, call);
    }

    /** As many calls as begin while this holds. */
    public Result runWhile(BooleanSupplier goesOn, Runnable call) throws InterruptedException {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> ends = new ConcurrentLinkedQueue<>();
        Map<String, Integer> errors = new ConcurrentSkipListMap<>();
        List<Future<?>> all = new ArrayList<>();
        long from = System.nanoTime();
        for (int i = 0; i < inFlight; i++) {
            all.add(clients.submit(() -> {
                while (goesOn.getAsBoolean()) {
                    long began = System.nanoTime();
                    try {
                        call.run();
                        long ended = System.nanoTime();
                        millis.add((ended - began) / 1e6);
                        ends.add(ended);
                    } catch (RuntimeException e) {
                        String text = e.toString();
                        errors.merge(text.substring(0, Math.min(text.length(), ERROR_CHARACTERS)), 1, Integer::sum);
                    }
                }
            }));
        }
        awaitAll(all);
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Result(
                millis.size() / seconds,
                millis.stream().sorted().toList(),
                ends.stream().sorted().toList(),
                Map.copyOf(errors));
    }

    private static void awaitAll(List<Future<?>> all) throws InterruptedException {
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
