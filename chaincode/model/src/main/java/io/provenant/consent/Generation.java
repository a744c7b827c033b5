package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.KeyNumbers;

/** A batch of withdrawals that the controller acknowledged, and whom data of this generation excludes (domain 4.5). */
public record Generation(JsonObject json) implements Entry {

    /** {@code CNG!consentId!generation}. */
    public static final EntryType<Generation> TYPE = EntryType.record("CNG", "Generation", Generation::new);

    /** The key of a generation of a grant. */
    public static Key<Generation> key(ConsentId id, long generation) {
        return TYPE.key(id.value(), KeyNumbers.padded(generation, 6));
    }

    /** When the oldest withdrawal of this generation took effect, UTC milliseconds. */
    public long oldestMs() {
        return json.integer("oldestMs");
    }
}
