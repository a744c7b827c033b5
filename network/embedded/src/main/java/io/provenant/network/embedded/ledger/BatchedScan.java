package io.provenant.network.embedded.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a source into batches, reading one result further than it gives. */
final class BatchedScan<T> implements Scan<T> {

    /** Gives the next result each time, and nothing at the end. */
    @FunctionalInterface
    interface Source<T> {

        Optional<T> next();
    }

    private static final int BATCH = 100;
    private static final int ALL = 100_000;

    private final Source<T> source;
    private List<T> pending = new ArrayList<>();
    private int count;
    private boolean isOver;

    BatchedScan(Source<T> source) {
        this.source = source;
    }

    @Override
    public Batch<T> next() {
        if (isOver) {
            throw new LedgerException("query iterator not found");
        }
        while (count < ALL) {
            Optional<T> result = source.next();
            if (result.isEmpty()) {
                break;
            }
            count++;
            if (pending.size() == BATCH) {
                Batch<T> batch = new Batch<>(pending, true);
                pending = new ArrayList<>(List.of(result.get()));
                return batch;
            }
            pending.add(result.get());
        }
        isOver = true;
        return new Batch<>(pending, false);
    }
}
