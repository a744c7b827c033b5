package io.provenant.gateway.vault;

import java.util.List;

/**
 * The answer to a batch: one {@link Placed} a record, in the batch's order.
 *
 * @param kept false if a conflict made an all-or-nothing batch fall as a whole: then STORED means nothing
 */
public record Appended(boolean kept, List<Placed> records) {

    /** Copies the list in. */
    public Appended {
        records = List.copyOf(records);
    }
}
