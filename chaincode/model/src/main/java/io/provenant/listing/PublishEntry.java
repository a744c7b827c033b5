package io.provenant.listing;

import static io.provenant.ledger.ReasonCode.FOUR_EYES;
import static io.provenant.ledger.ReasonCode.HEAD_FULL;
import static io.provenant.ledger.ReasonCode.NOTICE_PERIOD_OPEN;

import io.provenant.approval.Approvals;
import io.provenant.approval.RequiredApproval;
import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.CommonFields;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Tx;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyHead.Mark;
import io.provenant.ruleset.BeijingDate;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code list:publish}: an entry takes effect by one mark in the party's head, which every decision reads. Somebody else
 * than the proposer publishes, with the approval of another organisation, after the party could answer. It reads the
 * entry, the list slice and the approvals and nothing that the party can write, so nobody can delay it.
 */
public final class PublishEntry implements UseCase<PublishEntry.Publication> {

    private static final Step STEP =
            Step.move(ListEntry.TYPE, List.of(EntryState.NOTICED.name()), EntryState.PUBLISHED.name());
    private static final List<Role> OUTSIDERS =
            List.of(Role.REGULATOR_OFFICER, Role.ASSOCIATION_OFFICER, Role.COURT_CLERK);
    private static final CommandSpec SPEC = CommandSpec.of(
                    "list:publish", "Publish a list entry", Role.ASSOCIATION_OFFICER, Role.REGULATOR_OFFICER)
            .body(Shape.of(
                    Field.of("entryId", FieldTypes.uuid()), Field.of("rev", FieldTypes.rev()), Approvals.approverIds()))
            .step(STEP)
            .asRestrictive();

    /** Which entry, and who approved. */
    public record Publication(JsonObject body) implements Command {
        Key<ListEntry> key() {
            return ListEntry.key(body.text("entryId"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Publication read(JsonObject body) {
        return new Publication(body);
    }

    @Override
    public Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        return ledger.get(new Publication(body).key()).map(PublishEntry::subject);
    }

    @Override
    public Outcome apply(Publication publication, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<ListEntry> found =
                IssuedEntry.changing(publication.key(), publication.body(), STEP, tx, ledger, refusals);
        if (found.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        ListEntry entry = found.get();
        Key<PartyHead> headKey = PartyHead.key(entry.partyId(), PartyHead.Slice.L);
        Optional<PartyHead> head = new RecordChecks(tx, ledger, refusals).existing(headKey);
        if (head.isEmpty()) {
            return refusals.rejected();
        }
        JsonObject published = published(entry, tx);
        Mark mark = mark(entry, published.integer("maxUntilMs"));
        Optional<List<JsonObject>> marks = ListMarks.of(head.get(), tx.ms()).with(mark);
        checkTurn(entry, tx, refusals);
        refusals.require(marks.isPresent(), HEAD_FULL, Detail.key(headKey));
        new Approvals(tx, ledger).require(SPEC.name(), required(tx), publication.body(), subject(entry), refusals);
        if (marks.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        JsonObject marked = CommonFields.own(head.get()).withObjects("marks", marks.get());
        return Outcome.accepted(
                new Change.Update(publication.key(), entry, published), new Change.Update(headKey, head.get(), marked));
    }

    private static void checkTurn(ListEntry entry, Tx tx, Refusals refusals) {
        Key<ListEntry> key = ListEntry.key(entry.id());
        refusals.require(
                entry.isHeardAt(tx.ms()),
                NOTICE_PERIOD_OPEN,
                Detail.key(key),
                Detail.expected(entry.answerDueMs()),
                Detail.found(tx.ms()));
        refusals.require(!entry.wasProposedBy(tx), FOUR_EYES, Detail.key(key));
    }

    private static JsonObject published(ListEntry entry, Tx tx) {
        BeijingDate documentDate = BeijingDate.of(tx.ms());
        Rules.RuleSections rules = tx.rules().market();
        return CommonFields.own(entry)
                .with("publisherPerson", tx.sender().person().orElseThrow())
                .with("documentDate", documentDate.toString())
                .with("minUntilMs", entry.severity().minUntilMs(documentDate, rules))
                .with("maxUntilMs", entry.severity().maxUntilMs(documentDate, rules))
                .with("state", STEP.to());
    }

    private static Mark mark(ListEntry entry, long untilMs) {
        return new Mark(JsonObject.empty()
                .with("kind", entry.colour().name())
                .with("refId", entry.id())
                .with("issuerId", entry.issuerId().value())
                .with("listKind", entry.listKind().name())
                .with("effect", entry.effect().name())
                .withTexts("sectorCodes", entry.sectorCodes())
                .with("severity", entry.severity().name())
                .with("untilMs", untilMs));
    }

    // A rule set may ask for more; that one approval comes from outside the issuer is not its to waive (domain 3a.7).
    private static List<RequiredApproval> required(Tx tx) {
        List<RequiredApproval> asked =
                RequiredApproval.of(SPEC.name(), tx.rules().market());
        if (asked.stream().anyMatch(RequiredApproval::otherParty)) {
            return asked;
        }
        List<RequiredApproval> all = new ArrayList<>(asked);
        all.add(new RequiredApproval(OUTSIDERS, true));
        return all;
    }

    private static ApprovalSubject subject(ListEntry entry) {
        return ApprovalSubject.about(ListEntry.key(entry.id()).text(), entry.partyId())
                .barring(entry.issuerId() + "!" + entry.proposerPerson());
    }
}
