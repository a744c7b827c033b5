package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.KeyNumbers;

/** A withdrawal that the controller has not yet acknowledged; the queue is in the order of time. */
public record QueuedWithdrawal(JsonObject json) implements Entry {

    /** {@code REV!consentId!ms!leafIndex}. */
    public static final EntryType<QueuedWithdrawal> TYPE =
            EntryType.row("REV", "QueuedWithdrawal", QueuedWithdrawal::new);

    /** The key of a row in a grant's queue. */
    public static Key<QueuedWithdrawal> key(ConsentId id, long effectiveMs, LeafIndex index) {
        return TYPE.key(id.value(), KeyNumbers.padded(effectiveMs, 13), index.digits());
    }
}
