package io.provenant.anchor;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.merkle.LogOrigin;
import java.util.Optional;

/** Up to which day a log's days are closed. */
public record DayHead(JsonObject json) implements Entry {

    /** {@code DYH!origin}. */
    public static final EntryType<DayHead> TYPE = EntryType.record("DYH", "DayHead", DayHead::new);

    /** The key of a log's days. */
    public static Key<DayHead> key(LogOrigin origin) {
        return TYPE.key(origin.value());
    }

    /** The last Beijing day that was closed, in this log or the one before it. */
    public Optional<String> lastDate() {
        return json.optionalText("lastDate");
    }
}
