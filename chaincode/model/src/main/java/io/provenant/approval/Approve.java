package io.provenant.approval;

import static io.provenant.ledger.ReasonCode.COMMAND_UNKNOWN;
import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.document.CitedDocuments;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Sender;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * {@code approve}: one person of one party agrees to one exact command or to one committed request. The command comes
 * whole and the ledger hashes it, so nobody approves a bare hash (domain 3a.7). What still counts is not written again;
 * what has lapsed is given anew, in the same row.
 */
public final class Approve implements UseCase<Approve.Approving> {

    private static final String SUBJECT = "subject";
    private static final String SUBJECT_BODY = "/body/subject/body";
    private static final String SCOPE = "scopeCode";
    private static final List<String> OF_REQUEST = List.of("requestId", "requestHash", SCOPE);
    private static final int MAX_SUBJECT_BYTES = 16 * 1024;
    private static final Step STEP = Step.create(Approval.TYPE, Approval.GIVEN);
    private static final CommandSpec SPEC = CommandSpec.of("approve", "Agree to one exact command or request")
            .body(Shape.of(
                    Field.optional(
                            SUBJECT,
                            Shape.of(
                                    Field.of("command", FieldTypes.text("[A-Za-z]{1,32}(:[A-Za-z]{1,32})?", "command")),
                                    Field.of("body", FieldTypes.any()))),
                    Field.optional("requestId", FieldTypes.uuid()),
                    Field.optional("requestHash", FieldTypes.digest()),
                    Field.optional(SCOPE, FieldTypes.oneOf(ReviewScope.class)),
                    CitedDocuments.optionalField()))
            .step(STEP)
            .asIdempotent();

    private final CommandTable table;
    private final EntryType<? extends Entry> requests;
    private final BiPredicate<JsonObject, Sender> isFounder;

    /**
     * Approvals of these commands, and reviews of these requests.
     *
     * @param isFounder true if the body of a founding names the sender's party with the sender's MSP
     */
    public Approve(CommandTable table, EntryType<? extends Entry> requests, BiPredicate<JsonObject, Sender> isFounder) {
        this.table = table;
        this.requests = requests;
        this.isFounder = isFounder;
    }

    /** What is approved. */
    public record Approving(JsonObject body) implements Command {
        Optional<JsonObject> subject() {
            return body.optionalObject(SUBJECT);
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Approving read(JsonObject body) {
        return new Approving(body);
    }

    @Override
    public void checkBody(JsonObject body, String pointer, Refusals refusals) {
        Approving approving = read(body);
        boolean whole = approving.subject().isPresent();
        boolean fits = OF_REQUEST.stream().allMatch(member -> approving.body().has(member) != whole);
        refusals.require(
                fits,
                INPUT_MALFORMED,
                Detail.field(pointer),
                Detail.expected("subject, or requestId, requestHash and scopeCode"));
        int size = approving.subject().map(s -> s.canonicalBytes().length).orElse(0);
        refusals.require(
                size <= MAX_SUBJECT_BYTES,
                LIMIT_EXCEEDED,
                Detail.field(pointer + "/subject"),
                Detail.expected(MAX_SUBJECT_BYTES),
                Detail.found(size));
    }

    @Override
    public Outcome apply(Approving approving, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<JsonObject> subject = approving.subject();
        Optional<ApprovalRow> row = subject.isPresent()
                ? ofCommand(subject.get(), tx, ledger, refusals)
                : ofRequest(approving.body(), tx, ledger, refusals);
        if (row.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        return given(approving, row.get(), tx, ledger);
    }

    private Optional<ApprovalRow> ofCommand(JsonObject subject, Tx tx, Ledger ledger, Refusals refusals) {
        Optional<UseCase<?>> useCase = table.find(subject.text("command"));
        if (useCase.isEmpty()) {
            refusals.add(COMMAND_UNKNOWN, Detail.field("/body/subject/command"));
            return Optional.empty();
        }
        useCase.get().spec().body().check(subject.value("body"), SUBJECT_BODY, refusals);
        if (refusals.isEmpty()) {
            useCase.get().checkBody(subject.object("body"), SUBJECT_BODY, refusals);
        }
        return refusals.isEmpty()
                ? new CommandApproval(useCase.get(), subject, tx, ledger, refusals).row(isFounder)
                : Optional.empty();
    }

    private Optional<ApprovalRow> ofRequest(JsonObject body, Tx tx, Ledger ledger, Refusals refusals) {
        Key<? extends Entry> key = requests.key(body.text("requestId"));
        return new RequestReview(body, key, tx, ledger, refusals).row();
    }

    private static Outcome given(Approving approving, ApprovalRow row, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        List<JsonObject> documents = CitedDocuments.read(approving.body(), ledger, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        Key<Approval> key = row.key();
        Optional<Approval> before = ledger.get(key);
        if (before.filter(held -> held.countsAt(tx.ms())).isPresent()) {
            return Outcome.unchanged(row.answer());
        }
        JsonObject given = row.fields().with("state", STEP.to());
        JsonObject fields = approving.body().has("documents") ? given.withObjects("documents", documents) : given;
        Change change = before.<Change>map(lapsed -> new Change.Update(key, lapsed, fields))
                .orElseGet(() -> new Change.Create(key, fields));
        return new Outcome.Accepted(List.of(change), row.answer());
    }
}
