package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import java.util.Optional;

/** Which group of common control a party belongs to (domain 4.1). */
public record PartyGroup(JsonObject json) implements Entry {

    /** {@code PTG!partyId}. */
    public static final EntryType<PartyGroup> TYPE = EntryType.record("PTG", "PartyGroup", PartyGroup::new);

    /** The key of a party's group. */
    public static Key<PartyGroup> key(PartyId party) {
        return TYPE.key(party.value());
    }

    /** The group, where there is one. */
    public Optional<String> groupId() {
        return json.optionalText("groupId");
    }
}
