package io.provenant.ledger;

import java.util.List;

/**
 * What a bounded scan found.
 *
 * @param more true if rows follow the last one
 */
public record Page<T extends Entry>(List<T> rows, boolean more) {

    /** Copies the rows in. */
    public Page {
        rows = List.copyOf(rows);
    }

    /** True if the range holds nothing. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
