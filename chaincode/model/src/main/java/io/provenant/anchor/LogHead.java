package io.provenant.anchor;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.merkle.LogOrigin;

/**
 * The head of a log; it only grows (INV-L1). It moves every few seconds, so only its owner's own advance reads it
 * (INV-L5); who needs a head reads a {@link HeadRow}.
 */
public record LogHead(JsonObject json) implements Entry {

    /** {@code LHD!origin}. */
    public static final EntryType<LogHead> TYPE = EntryType.record("LHD", "LogHead", LogHead::new);

    private static final long MINUTE_MS = 60_000;

    /** The key of a log's head. */
    public static Key<LogHead> key(LogOrigin origin) {
        return TYPE.key(origin.value());
    }

    /** How many leaves the log has. */
    public long size() {
        return json.integer("size");
    }

    /** The root over them. */
    public Digest rootHash() {
        return new Digest(json.text("rootHash"));
    }

    /** True if this head has that size and root. */
    public boolean isOf(SignedHead other) {
        return size() == other.size() && rootHash().equals(other.rootHash());
    }

    /** True if an advance at this UTC millisecond is the first of its minute. */
    public boolean isFirstOfMinute(long ms) {
        return size() == 0 || Math.floorDiv(json.integer("lastMs"), MINUTE_MS) != Math.floorDiv(ms, MINUTE_MS);
    }
}
