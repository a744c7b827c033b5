package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** How far the controller of a grant has acknowledged withdrawals (domain 4.5). */
public record ConsentHead(JsonObject json) implements Entry {

    /** {@code CNH!consentId}. */
    public static final EntryType<ConsentHead> TYPE = EntryType.record("CNH", "ConsentHead", ConsentHead::new);

    /** The key of a grant's head. */
    public static Key<ConsentHead> key(ConsentId id) {
        return TYPE.key(id.value());
    }

    /** The newest generation: each excludes more members than the one before. */
    public long generation() {
        return json.integer("generation");
    }
}
