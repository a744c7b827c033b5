package io.provenant.usage;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;

/** What a party did against the rules, with the commitment to its evidence (domain 4.7). */
public record Violation(JsonObject json) implements Entry {

    /** {@code VIO!violationId}. */
    public static final EntryType<Violation> TYPE = EntryType.record("VIO", "Violation", Violation::new);

    /** The state of a violation that nobody dismissed. */
    public static final String RECORDED = "RECORDED";

    /** The key of a violation. */
    public static Key<Violation> key(String violationId) {
        return TYPE.key(violationId);
    }

    /** Who did it. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }
}
