package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** A member of a grant has withdrawn: for ever, from its commit on, never for the past (INV-C7). */
public record Withdrawal(JsonObject json) implements Entry {

    /** {@code REM!consentId!leafIndex}. */
    public static final EntryType<Withdrawal> TYPE = EntryType.record("REM", "Withdrawal", Withdrawal::new);

    /** The key of a member's withdrawal. */
    public static Key<Withdrawal> key(ConsentId id, LeafIndex index) {
        return TYPE.key(id.value(), index.digits());
    }
}
