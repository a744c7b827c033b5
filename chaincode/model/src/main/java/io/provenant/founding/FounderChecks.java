package io.provenant.founding;

import static io.provenant.ledger.ReasonCode.APPROVALS_MISSING;
import static io.provenant.ledger.ReasonCode.FOUNDERS_INCOMPLETE;
import static io.provenant.ledger.ReasonCode.RULESET_NONE;
import static io.provenant.ledger.ReasonCode.UID_TAKEN;

import io.provenant.approval.Approval;
import io.provenant.command.RecordChecks;
import io.provenant.founding.Founding.Founder;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import io.provenant.party.Party;
import io.provenant.party.UniqueIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether these founders may found, and whether each of them has said yes to the exact body (domain 3a.6). */
final class FounderChecks {

    private static final List<PartyRole> FOUNDING_ROLES =
            List.of(PartyRole.ASSOCIATION, PartyRole.EXCHANGE, PartyRole.REGULATOR);

    private final Founding founding;
    private final Refusals refusals;

    FounderChecks(Founding founding, Refusals refusals) {
        this.founding = founding;
        this.refusals = refusals;
    }

    /** No party and no code twice, neither on the ledger nor in the body. */
    void unused(Tx tx, Ledger ledger) {
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        SortedSet<Key<?>> seen = new TreeSet<>();
        for (Founder founder : founding.founders()) {
            checks.absent(Party.key(founder.partyId()));
            for (Key<UniqueIdentifier> key : UniqueIdentifier.keys(founder.json())) {
                boolean twice = !seen.add(key) && !UniqueIdentifier.isMsp(key);
                refusals.require(ledger.get(key).isEmpty() && !twice, UID_TAKEN, Detail.key(key));
            }
        }
    }

    /** An exchange, a regulator and an association, three different parties, each MSP with one of the founders only. */
    void complete() {
        refusals.require(
                assignable(FOUNDING_ROLES, founding.founders()),
                FOUNDERS_INCOMPLETE,
                Detail.field("/body/founders"),
                Detail.expected("ASSOCIATION, EXCHANGE and REGULATOR, three parties"));
        List<String> mspIds = founding.founders().stream()
                .flatMap(founder -> founder.mspIds().stream())
                .toList();
        refusals.require(
                new TreeSet<>(mspIds).size() == mspIds.size(),
                FOUNDERS_INCOMPLETE,
                Detail.field("/body/founders"),
                Detail.expected("each MSP once"));
    }

    /** The regimes that every decision judges are there, and the first rule set covers them. */
    void covered() {
        refusals.require(
                !founding.regimes().isEmpty()
                        && founding.ruleSet().texts("regimes").containsAll(founding.regimes()),
                RULESET_NONE,
                Detail.field("/body/regimes"),
                Detail.expected("one or more, among those of the rule set"));
    }

    /** Each founder approved, the submitter's party too, by a certificate of one of its own MSPs. */
    void approved(List<Approval> given) {
        List<String> parties =
                founding.founders().stream().map(f -> f.partyId().value()).toList();
        refusals.require(
                founding.body().texts("approverIds").equals(parties),
                APPROVALS_MISSING,
                Detail.field("/body/approverIds"),
                Detail.expected(String.join(",", parties)));
        for (Founder founder : founding.founders()) {
            refusals.require(
                    given.stream().anyMatch(row -> isOf(row, founder)),
                    APPROVALS_MISSING,
                    new Detail("partyId", founder.partyId().value()));
        }
    }

    private static boolean isOf(Approval approval, Founder founder) {
        return approval.partyId().equals(founder.partyId()) && founder.mspIds().contains(approval.mspId());
    }

    private static boolean assignable(List<PartyRole> roles, List<Founder> founders) {
        if (roles.isEmpty()) {
            return true;
        }
        List<PartyRole> others = roles.subList(1, roles.size());
        return founders.stream()
                .filter(founder -> founder.roles().contains(roles.get(0)))
                .anyMatch(founder -> assignable(others, without(founder, founders)));
    }

    private static List<Founder> without(Founder founder, List<Founder> founders) {
        List<Founder> rest = new ArrayList<>(founders);
        rest.remove(founder);
        return rest;
    }
}
