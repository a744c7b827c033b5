package io.provenant.listing;

import static io.provenant.ledger.ReasonCode.ALREADY_EXISTS;
import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIST_KIND_AUTHORITY;
import static io.provenant.ledger.ReasonCode.NOT_INDEPENDENT;
import static io.provenant.ledger.ReasonCode.RED_CONDITION;

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
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.party.Independence;
import io.provenant.party.PartyHead;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code list:propose}: an association or a regulator proposes to list a party, with basis and evidence. It has no effect
 * before notice, time to answer and publication (INV-P1).
 */
public final class ProposeEntry implements UseCase<ProposeEntry.Proposal> {

    private static final int MOST_COMMITS = 64;
    // Chosen by who recorded it, made from the evidence of an equivocation, or numbered within a decision.
    private static final FieldType VIOLATION_ID = FieldTypes.text(
            "(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\\.[0-9]{1,6})?|eqv-[0-9a-f]{32})", "id of a violation");
    private static final Step STEP = Step.create(ListEntry.TYPE, EntryState.PROPOSED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "list:propose", "Propose to list a party", Role.ASSOCIATION_OFFICER, Role.REGULATOR_OFFICER)
            .body(Shape.of(
                    Field.of("entryId", FieldTypes.uuid()),
                    Field.of("issuerId", FieldTypes.partyId()),
                    Field.of("partyId", FieldTypes.partyId()),
                    Field.of("colour", FieldTypes.oneOf(Colour.class)),
                    Field.of("listKind", FieldTypes.oneOf(ListKind.class)),
                    Field.of("severity", FieldTypes.oneOf(Severity.class)),
                    Field.of("sectorCodes", FieldTypes.codes("sectors")),
                    Field.of("basisCode", FieldTypes.code("listBases")),
                    Field.of("violationIds", FieldTypes.set(VIOLATION_ID, MOST_COMMITS)),
                    Field.of("evidenceCommits", FieldTypes.set(FieldTypes.digest(), MOST_COMMITS)),
                    Field.of("measureCodes", FieldTypes.codes("measures")),
                    Field.of("effect", FieldTypes.oneOf(Effect.class)),
                    Field.of("visibility", FieldTypes.oneOf(Visibility.class)),
                    CitedDocuments.field()))
            .step(STEP)
            .asIdempotent();

    /** What is proposed. */
    public record Proposal(JsonObject body) implements Command {
        Key<ListEntry> key() {
            return ListEntry.key(body.text("entryId"));
        }

        PartyId issuerId() {
            return new PartyId(body.text("issuerId"));
        }

        PartyId partyId() {
            return new PartyId(body.text("partyId"));
        }

        boolean is(String name, Enum<?> value) {
            return body.text(name).equals(value.name());
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Proposal read(JsonObject body) {
        return new Proposal(body);
    }

    @Override
    public Outcome apply(Proposal proposal, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        checkTerms(proposal, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.own("issuerId", proposal.issuerId().value());
        checks.existing(PartyHead.key(proposal.partyId(), PartyHead.Slice.L));
        Optional<ListEntry> before = ledger.get(proposal.key());
        before.ifPresent(held -> refusals.require(isSame(held, proposal), ALREADY_EXISTS, Detail.key(proposal.key())));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        return before.isPresent() ? Outcome.unchanged(JsonObject.empty()) : proposed(proposal, tx, ledger);
    }

    // What its own fields already say: green is what red lists give, and a minor entry is never shown to the public.
    private static void checkTerms(Proposal proposal, Refusals refusals) {
        refusals.require(
                proposal.is("colour", Colour.RED) || !proposal.is("effect", Effect.GREEN),
                INPUT_MALFORMED,
                Detail.field("/body/effect"),
                Detail.found(Effect.GREEN));
        refusals.require(
                !proposal.is("severity", Severity.MINOR) || proposal.is("visibility", Visibility.MEMBERS),
                INPUT_MALFORMED,
                Detail.field("/body/visibility"),
                Detail.expected(Visibility.MEMBERS));
    }

    // The same proposal sent twice, also after notice was served: notice only adds to it.
    private static boolean isSame(ListEntry held, Proposal proposal) {
        List<JsonObject> cited = held.documents().stream()
                .map(document -> document.without("privateHash"))
                .toList();
        return proposal.body().without("entryId", "documents").members().entrySet().stream()
                        .allMatch(member -> held.json().get(member.getKey()).equals(Optional.of(member.getValue())))
                && cited.containsAll(proposal.body().objects("documents"));
    }

    private static Outcome proposed(Proposal proposal, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        refusals.require(
                !tx.sender().actsAs(Role.ASSOCIATION_OFFICER) || !proposal.is("listKind", ListKind.STATUTORY),
                LIST_KIND_AUTHORITY,
                Detail.field("/body/listKind"));
        // Scores and certificates of red lists belong to a layer not in use: what cannot be shown is not there.
        refusals.require(!proposal.is("colour", Colour.RED), RED_CONDITION, Detail.field("/body/colour"));
        List<JsonObject> documents = CitedDocuments.readSome(proposal.body(), ledger, refusals);
        refusals.require(
                new Independence(ledger).mayJudge(proposal.issuerId(), proposal.partyId()),
                NOT_INDEPENDENT,
                Detail.field("/body/partyId"));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        return Outcome.accepted(new Change.Create(
                proposal.key(),
                proposal.body()
                        .without("entryId")
                        .withObjects("documents", documents)
                        .with("proposerPerson", tx.sender().person().orElseThrow())
                        .with("state", STEP.to())));
    }
}
