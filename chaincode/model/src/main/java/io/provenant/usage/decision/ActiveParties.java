package io.provenant.usage.decision;

import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.party.Party;
import io.provenant.party.PartyHead;
import java.util.List;
import java.util.Optional;

/** R02: provider, consumer and recipients are active, and no suspension is in force. A head that is missing fails. */
final class ActiveParties implements UsageRule {

    @Override
    public String code() {
        return "R02";
    }

    @Override
    public void judge(Dossier dossier, List<RuleSections> ruleSets, Findings findings) {
        ReadWave wave = new ReadWave();
        dossier.parties().forEach(party -> wave.keys(PartyHead.keys(party)).key(Party.key(party)));
        wave.read(dossier.ledger());
        for (PartyId party : dossier.parties()) {
            boolean active = dossier.ledger()
                    .get(Party.key(party))
                    .filter(Party::isActive)
                    .isPresent();
            findings.require(
                    active && PartyHead.keys(party).stream().allMatch(key -> isFree(key, dossier)),
                    this,
                    ReasonCode.PARTY_NOT_ACTIVE,
                    party.value());
        }
    }

    private static boolean isFree(Key<PartyHead> key, Dossier dossier) {
        Ledger ledger = dossier.ledger();
        Optional<PartyHead> head = ledger.get(key);
        return head.isPresent()
                && head.get().suspensions().stream().noneMatch(held -> held.isInForceAt(dossier.nowMs()));
    }
}
