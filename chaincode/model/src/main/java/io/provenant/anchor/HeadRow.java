package io.provenant.anchor;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.KeyNumbers;
import io.provenant.merkle.LogOrigin;

/** A head that was committed, kept for ever: the first of each minute, and those that the log's owner asked for. */
public record HeadRow(JsonObject json) implements Entry {

    /** {@code LHR!origin!size}. */
    public static final EntryType<HeadRow> TYPE = EntryType.record("LHR", "HeadRow", HeadRow::new);

    /** The key of the row of this size. */
    public static Key<HeadRow> key(LogOrigin origin, long size) {
        return TYPE.key(origin.value(), KeyNumbers.padded(size, 16));
    }

    /** The root at this size. */
    public Digest rootHash() {
        return new Digest(json.text("rootHash"));
    }
}
