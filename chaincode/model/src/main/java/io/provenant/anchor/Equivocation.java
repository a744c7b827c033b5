package io.provenant.anchor;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.merkle.LogOrigin;

/** The first proof that a log signed contradicting heads; absent: none was recorded (INV-L2). */
public record Equivocation(JsonObject json) implements Entry {

    /** {@code EQV!origin}. */
    public static final EntryType<Equivocation> TYPE = EntryType.record("EQV", "Equivocation", Equivocation::new);

    /** The key of a log's equivocation. */
    public static Key<Equivocation> key(LogOrigin origin) {
        return TYPE.key(origin.value());
    }

    /** The violation that it led to. */
    public String violationId() {
        return json.text("violationId");
    }
}
