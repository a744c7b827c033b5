package io.provenant.anchor;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.merkle.LogOrigin;

/** Names the latest log of a party, purpose and shard, of which at most one is active. */
public record LogInUse(JsonObject json) implements Entry {

    /** {@code LOU!ownerId!purpose!shard}. */
    public static final EntryType<LogInUse> TYPE = EntryType.row("LOU", "LogInUse", LogInUse::new);

    /** The key for a party, purpose and shard. */
    public static Key<LogInUse> key(String ownerId, String purpose, long shard) {
        return TYPE.key(ownerId, purpose, Long.toString(shard));
    }

    /** The latest log of this kind. */
    public LogOrigin origin() {
        return new LogOrigin(json.text("origin"));
    }
}
