package io.provenant.party;

import static io.provenant.ledger.ReasonCode.INVOKER_UNKNOWN;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.PARTY_NOT_ACTIVE;
import static io.provenant.ledger.ReasonCode.SIGNATURE_INVALID;
import static io.provenant.ledger.ReasonCode.UID_TAKEN;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code party:apply}: an organisation asks to be let in, by its own certificate or, hosted, by the first key that it
 * brings (proof of possession). Nobody applies for somebody else.
 */
public final class ApplyAsParty implements UseCase<ApplyAsParty.Application> {

    private static final Step STEP = Step.create(Party.TYPE, PartyState.APPLIED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "party:apply", "Ask to be admitted as a party", Role.ORG_ADMIN, Role.HOST_GATEWAY)
            .body(PartyShape.application())
            .step(STEP);

    /** Who asks. */
    public record Application(JsonObject body) implements Command {
        PartyId partyId() {
            return new PartyId(body.text("partyId"));
        }

        boolean isHosted() {
            return body.text("kind").equals(PartyKind.HOSTED.name());
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Application read(JsonObject body) {
        return new Application(body);
    }

    @Override
    public void checkBody(JsonObject body, String pointer, Refusals refusals) {
        PartyShape.check(body, pointer, refusals);
    }

    @Override
    public Outcome apply(Application application, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        checkApplicant(application, tx, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        new RecordChecks(tx, ledger, refusals).absent(Party.key(application.partyId()));
        checkHost(application, ledger, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        List<Change> changes = new ArrayList<>();
        for (Key<UniqueIdentifier> key : UniqueIdentifier.keys(application.body())) {
            take(key, application.partyId(), tx, ledger, refusals).ifPresent(changes::add);
        }
        changes.add(new Change.Create(
                Party.key(application.partyId()),
                application.body().without("partyId").with("state", STEP.to())));
        return refusals.isEmpty() ? new Outcome.Accepted(changes, JsonObject.empty()) : refusals.rejected();
    }

    // A hosted party is the sender only when its first key signed; what its host sends of its own accord is unsigned.
    private static void checkApplicant(Application application, Tx tx, Refusals refusals) {
        boolean self = tx.sender().is(application.partyId());
        if (application.isHosted()) {
            refusals.require(self, SIGNATURE_INVALID, Detail.expected("a signature by the first key"));
            return;
        }
        if (!self) {
            refusals.add(NOT_YOURS, Detail.field("/body/partyId"));
            return;
        }
        List<String> own = List.of(tx.sender().mspId());
        refusals.require(
                application.body().texts("mspIds").equals(own),
                INVOKER_UNKNOWN,
                Detail.field("/body/mspIds"),
                Detail.expected(tx.sender().mspId()));
    }

    private static void checkHost(Application application, Ledger ledger, Refusals refusals) {
        Optional<PartyId> hostId = application.body().optionalText("hostId").map(PartyId::new);
        if (hostId.isEmpty()) {
            return;
        }
        Key<Party> key = Party.key(hostId.get());
        Optional<Party> host = ledger.get(key);
        refusals.require(host.isPresent(), NOT_FOUND, Detail.key(key));
        refusals.require(
                host.filter(party -> !party.isActive() || !party.isMember()).isEmpty(),
                PARTY_NOT_ACTIVE,
                Detail.key(key),
                Detail.expected("an active member"));
    }

    private static Optional<Change> take(
            Key<UniqueIdentifier> key, PartyId applicant, Tx tx, Ledger ledger, Refusals refusals) {
        JsonObject fields = UniqueIdentifier.fields(applicant);
        Optional<UniqueIdentifier> taken = ledger.get(key);
        if (taken.isEmpty()) {
            return Optional.of(new Change.Create(key, fields));
        }
        Optional<Party> holder = ledger.get(Party.key(taken.get().partyId()));
        boolean free = holder.filter(party -> party.hasLapsedAt(tx.ms())).isPresent();
        refusals.require(free, UID_TAKEN, Detail.key(key));
        return free ? Optional.of(new Change.Update(key, taken.get(), fields)) : Optional.empty();
    }
}
