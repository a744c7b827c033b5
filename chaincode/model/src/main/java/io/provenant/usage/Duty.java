package io.provenant.usage;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;

/** Something that a party owes by a date (ODRL {@code Duty}; domain 4.7). */
public record Duty(JsonObject json) implements Entry {

    /** {@code DUT!dutyId}; the ids of a decision's duties are {@code requestId.n}. */
    public static final EntryType<Duty> TYPE = EntryType.record("DUT", "Duty", Duty::new);

    /** The state in which a duty begins. */
    public static final String OPEN = "OPEN";

    /** The key of a duty. */
    public static Key<Duty> key(String dutyId) {
        return TYPE.key(dutyId);
    }

    /** The own fields of a duty that begins. */
    public static JsonObject open(DutyKind kind, Key<?> subject, PartyId holder, long dueMs) {
        return JsonObject.empty()
                .with("kind", kind.name())
                .with("subjectKey", subject.text())
                .with("holderId", holder.value())
                .with("dueMs", dueMs)
                .with("state", OPEN);
    }
}
