package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;

/** One member of a group of common control, found by a scan under the group (domain 4.1). */
public record GroupMembership(JsonObject json) implements Entry {

    /** {@code GRP!groupId!partyId}. */
    public static final EntryType<GroupMembership> TYPE = EntryType.row("GRP", "GroupMembership", GroupMembership::new);

    /** The key of a party's membership. */
    public static Key<GroupMembership> key(String groupId, PartyId party) {
        return TYPE.key(groupId, party.value());
    }

    /** The member. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }
}
