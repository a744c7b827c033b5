package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** The key that every command reads: what was endorsed before a tick cannot commit after it (domain 3a.14). */
public record Fence(JsonObject json) implements Entry {

    /** {@code TIK!market}. */
    public static final EntryType<Fence> TYPE = EntryType.record("TIK", "Fence", Fence::new);

    /** The only key of this type. */
    public static final Key<Fence> KEY = TYPE.key("market");

    /** Milliseconds that pass between two ticks at least. */
    public static final long PERIOD_MS = 600_000;

    /** The number of the tick, from 1. */
    public long no() {
        return json.integer("no");
    }

    /** UTC milliseconds of the tick. */
    public long tickMs() {
        return json.integer("tickMs");
    }
}
