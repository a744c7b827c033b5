package io.provenant.party;

import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import java.util.Optional;

/** Some roles have force only while a regulator's accreditation of the party is in force (domain 3.5). */
public final class Accreditation {

    private final Ledger ledger;
    private final long ms;

    /** The accreditations as this ledger holds them at a UTC millisecond. */
    public Accreditation(Ledger ledger, long ms) {
        this.ledger = ledger;
        this.ms = ms;
    }

    /** The accreditation that the party lacks to act in this role; none where it has it or the role needs none. */
    public Optional<Key<RoleGrant>> missing(PartyId party, Role role) {
        return role.neededPartyRoles().stream()
                .filter(PartyRole::needsAccreditation)
                .map(needed -> RoleGrant.key(party, needed))
                .filter(key ->
                        ledger.get(key).filter(grant -> grant.isInForceAt(ms)).isEmpty())
                .findFirst();
    }
}
