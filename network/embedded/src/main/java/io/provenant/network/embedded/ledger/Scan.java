package io.provenant.network.embedded.ledger;

import java.util.List;

/**
 * A query in batches as a peer sends them: a hundred results, and one read ahead to know whether there are more. The
 * first batch is read by opening the scan.
 */
public interface Scan<T> {

    /** One batch; after the one that has no more there is none. */
    record Batch<T>(List<T> results, boolean hasMore) {

        public Batch {
            results = List.copyOf(results);
        }
    }

    Batch<T> next();
}
