package io.provenant.party;

import static io.provenant.ledger.ReasonCode.DPO_MISSING;

import io.provenant.approval.Approvals;
import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
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
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code party:activate}: a verified party may act from now on, with the approvals that the rule set asks; for an
 * authority those of a change of the rules (INV-P9).
 */
public final class ActivateParty implements UseCase<ActivateParty.Activation> {

    private static final String NAME = "party:activate";
    private static final String RULES_CHANGE = "rules:adopt";
    private static final String DPO_BAND = "dpoBand";
    private static final Step STEP =
            Step.move(Party.TYPE, List.of(PartyState.VERIFIED.name()), PartyState.ACTIVE.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    NAME, "Let a verified party act in the market", Role.EXCHANGE_OFFICER)
            .body(Shape.of(
                    Field.of("partyId", FieldTypes.partyId()),
                    Field.of("rev", FieldTypes.rev()),
                    Approvals.approverIds()))
            .step(STEP);

    /** Which party. */
    public record Activation(JsonObject body) implements Command {
        Key<Party> key() {
            return Party.key(new PartyId(body.text("partyId")));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Activation read(JsonObject body) {
        return new Activation(body);
    }

    @Override
    public Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        return ledger.get(read(body).key()).map(ActivateParty::subject);
    }

    private static ApprovalSubject subject(Party party) {
        ApprovalSubject subject =
                ApprovalSubject.about(Party.key(party.partyId()).text(), party.partyId());
        return party.isAuthority() ? subject.askedAs(RULES_CHANGE) : subject;
    }

    @Override
    public Outcome apply(Activation activation, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<Party> party =
                new RecordChecks(tx, ledger, refusals).changing(activation.key(), activation.body(), STEP);
        if (party.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        checkDpo(party.get(), tx, ledger, refusals);
        new Approvals(tx, ledger).require(NAME, activation.body(), subject(party.get()), refusals);
        return refusals.isEmpty()
                ? new Outcome.Accepted(changes(party.get(), tx), JsonObject.empty())
                : refusals.rejected();
    }

    private static void checkDpo(Party party, Tx tx, Ledger ledger, Refusals refusals) {
        SubjectsBand least = SubjectsBand.valueOf(tx.rules().market().text(DPO_BAND));
        SubjectsBand band = SubjectsBand.valueOf(party.json().text("piSubjectsBand"));
        boolean appointed = party.json()
                .optionalText("dpoAppointmentId")
                .flatMap(id -> ledger.get(Appointment.key(id)))
                .filter(appointment -> appointment.isDpoOf(party, tx.ms()))
                .isPresent();
        refusals.require(
                band.compareTo(least) < 0 || appointed,
                DPO_MISSING,
                Detail.key(Party.key(party.partyId())),
                Detail.found(band));
    }

    private static List<Change> changes(Party party, Tx tx) {
        List<Change> changes = new ArrayList<>(PartyHead.opening(party.partyId(), party.roles()));
        changes.add(new Change.Update(
                Party.key(party.partyId()), party, party.fieldsAt(tx.ms()).with("state", STEP.to())));
        return changes;
    }
}
