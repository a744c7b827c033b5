package io.provenant.consent;

import io.provenant.ledger.KeyNumbers;

/** Where a member stands in the tree of a grant, from 0; 16 decimal digits in keys and signed bytes. */
public record LeafIndex(long value) {

    /** The place of the one member of a grant of one person. */
    public static final LeafIndex ONLY = new LeafIndex(0);

    /** Refuses a negative index. */
    public LeafIndex {
        if (value < 0) {
            throw new IllegalArgumentException("negative leaf index: " + value);
        }
    }

    /** The index as 16 decimal digits. */
    public String digits() {
        return KeyNumbers.padded(value, 16);
    }
}
