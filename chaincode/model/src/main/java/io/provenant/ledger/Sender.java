package io.provenant.ledger;

import io.provenant.canonical.Digest;
import java.util.Optional;

/**
 * Who sends a command, after certificate, party and signature were checked (domain 3.4, 3.5).
 *
 * @param mspId the MSP of the certificate
 * @param party the acting party: for a hosted party its own id, not its carrier's; absent only for commands that any
 *     certificate may send
 * @param role the role it acts in
 * @param person the random alias of the person; with the party it says who, over renewals of certificate or key
 * @param actorCommit salted commitment of the person, opened by the employer
 */
public record Sender(
        String mspId,
        Optional<PartyId> party,
        Optional<Role> role,
        Optional<String> person,
        Optional<Digest> actorCommit) {

    /** The acting party, where the command asks for one. */
    public PartyId partyId() {
        return party.orElseThrow(() -> new IllegalStateException("sender without a party"));
    }

    /** True if this party is the sender. */
    public boolean is(PartyId id) {
        return party.filter(id::equals).isPresent();
    }

    /** True if the sender acts in this role. */
    public boolean actsAs(Role other) {
        return role.filter(own -> own == other).isPresent();
    }
}
