package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;

/** A regulator's accreditation of a party for a role, with an end (domain 4.1). */
public record RoleGrant(JsonObject json) implements Entry {

    /** {@code RLG!partyId!role}. */
    public static final EntryType<RoleGrant> TYPE = EntryType.record("RLG", "RoleGrant", RoleGrant::new);

    private static final String GRANTED = "GRANTED";

    /** The key of a party's accreditation. */
    public static Key<RoleGrant> key(PartyId party, PartyRole role) {
        return TYPE.key(party.value(), role.name());
    }

    /** True if the accreditation counts at this UTC millisecond. */
    public boolean isInForceAt(long ms) {
        return state().filter(GRANTED::equals).isPresent()
                && json.integer("fromMs") <= ms
                && ms < json.integer("untilMs");
    }
}
