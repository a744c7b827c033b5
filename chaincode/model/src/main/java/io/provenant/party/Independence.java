package io.provenant.party;

import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import java.util.Optional;

/**
 * Nobody verifies, approves or decides about itself, its host, or a party of the same group (domain 3.5, INV-P2).
 */
public final class Independence {

    private final Ledger ledger;

    /** Independence as this ledger shows it. */
    public Independence(Ledger ledger) {
        this.ledger = ledger;
    }

    /** True if the actor may judge the target: another party, not the actor's host, not of its group. */
    public boolean mayJudge(PartyId actor, PartyId target) {
        return !actor.equals(target) && host(actor).filter(target::equals).isEmpty() && !sameGroup(actor, target);
    }

    /** True if the papers of the hosted party lie with the other one. */
    public boolean isHost(PartyId host, PartyId hosted) {
        return host(hosted).filter(host::equals).isPresent();
    }

    /** True if both belong to one group of common control. */
    public boolean sameGroup(PartyId one, PartyId other) {
        Optional<String> group = group(one);
        return group.isPresent() && group.equals(group(other));
    }

    private Optional<String> group(PartyId party) {
        return ledger.get(PartyGroup.key(party)).flatMap(PartyGroup::groupId);
    }

    private Optional<PartyId> host(PartyId party) {
        return ledger.get(Party.key(party)).flatMap(Party::hostId);
    }
}
