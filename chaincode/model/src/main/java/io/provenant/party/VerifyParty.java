package io.provenant.party;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.NOT_COMPETENT;
import static io.provenant.ledger.ReasonCode.NOT_INDEPENDENT;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;
import static io.provenant.ledger.ReasonCode.STATE_ILLEGAL;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.document.CitedDocuments;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
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
 * {@code party:verify}: an exchange looks at the papers of an applicant and says what it may be, to which group it
 * belongs and which class of recipient it is. It verifies nobody of its own (INV-P2).
 */
public final class VerifyParty implements UseCase<VerifyParty.Verification> {

    private static final Step STEP =
            Step.move(Party.TYPE, List.of(PartyState.APPLIED.name()), PartyState.VERIFIED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "party:verify", "Verify an applicant's papers and set its roles", Role.EXCHANGE_OFFICER)
            .body(Shape.of(
                    Field.of("partyId", FieldTypes.partyId()),
                    Field.of("rev", FieldTypes.rev()),
                    Field.of("roles", PartyShape.roles()),
                    Field.optional("groupId", FieldTypes.id()),
                    Field.of("recipientClassCode", PartyShape.recipientClass()),
                    CitedDocuments.field()))
            .step(STEP);

    /** What was found. */
    public record Verification(JsonObject body) implements Command {
        PartyId partyId() {
            return new PartyId(body.text("partyId"));
        }

        List<PartyRole> roles() {
            return body.texts("roles").stream().map(PartyRole::valueOf).toList();
        }

        boolean givesAuthority() {
            return roles().stream().anyMatch(PartyRole::isAuthority);
        }

        Optional<String> groupId() {
            return body.optionalText("groupId");
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Verification read(JsonObject body) {
        return new Verification(body);
    }

    @Override
    public Outcome apply(Verification verification, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<Party> party = new RecordChecks(tx, ledger, refusals)
                .changing(Party.key(verification.partyId()), verification.body(), STEP);
        party.ifPresent(applicant -> checkNotLapsed(applicant, tx, ledger, refusals));
        if (party.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        List<JsonObject> documents = CitedDocuments.readSome(verification.body(), ledger, refusals);
        checkRoles(verification, party.get(), refusals);
        checkIndependent(verification, tx, ledger, refusals);
        return refusals.isEmpty()
                ? new Outcome.Accepted(changes(verification, party.get(), documents, tx, ledger), JsonObject.empty())
                : refusals.rejected();
    }

    // Its codes may have gone to the next applicant already; one code, one party (INV-P5), whatever time a client says.
    private static void checkNotLapsed(Party applicant, Tx tx, Ledger ledger, Refusals refusals) {
        boolean holdsAll = UniqueIdentifier.keys(applicant.json()).stream()
                .map(ledger::get)
                .allMatch(uid -> uid.filter(row -> row.partyId().equals(applicant.partyId()))
                        .isPresent());
        refusals.require(
                holdsAll && !applicant.hasLapsedAt(tx.ms()),
                STATE_ILLEGAL,
                Detail.key(Party.key(applicant.partyId())),
                Detail.found("LAPSED"));
    }

    private static void checkRoles(Verification verification, Party party, Refusals refusals) {
        refusals.require(
                party.isMember() || !verification.givesAuthority(),
                ROLE_NOT_ALLOWED,
                Detail.field("/body/roles"),
                Detail.expected("no role of an authority for a hosted party"));
        refusals.require(
                !verification.roles().contains(PartyRole.REGULATOR)
                        || party.json().has("regulatorDomain"),
                INPUT_MALFORMED,
                Detail.field("/body/roles"),
                Detail.expected("no REGULATOR without a domain"));
        refusals.require(
                verification.groupId().isEmpty() || !verification.givesAuthority(),
                NOT_COMPETENT,
                Detail.field("/body/groupId"),
                Detail.expected("no group of an authority"));
    }

    private static void checkIndependent(Verification verification, Tx tx, Ledger ledger, Refusals refusals) {
        Independence independence = new Independence(ledger);
        PartyId verifier = tx.sender().partyId();
        boolean intoOwnGroup = verification.groupId().isPresent()
                && ledger.get(PartyGroup.key(verifier))
                        .flatMap(PartyGroup::groupId)
                        .equals(verification.groupId());
        refusals.require(
                independence.mayJudge(verifier, verification.partyId()) && !intoOwnGroup,
                NOT_INDEPENDENT,
                Detail.key(Party.key(verification.partyId())));
    }

    private static List<Change> changes(
            Verification verification, Party party, List<JsonObject> documents, Tx tx, Ledger ledger) {
        JsonObject body = verification.body();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Update(
                Party.key(party.partyId()),
                party,
                party.fieldsAt(tx.ms())
                        .with("roles", body.value("roles"))
                        .with("recipientClassCode", body.value("recipientClassCode"))
                        .withObjects("documents", documents)
                        .with("state", STEP.to())));
        verification.groupId().ifPresent(group -> {
            changes.add(group(party.partyId(), group, ledger));
            changes.add(new Change.Create(
                    GroupMembership.key(group, party.partyId()),
                    JsonObject.empty().with("groupId", group).with("partyId", party.id())));
        });
        return changes;
    }

    private static Change group(PartyId party, String group, Ledger ledger) {
        Key<PartyGroup> key = PartyGroup.key(party);
        JsonObject fields = JsonObject.empty().with("groupId", group);
        return ledger.get(key)
                .<Change>map(before -> new Change.Update(key, before, fields))
                .orElseGet(() -> new Change.Create(key, fields));
    }
}
