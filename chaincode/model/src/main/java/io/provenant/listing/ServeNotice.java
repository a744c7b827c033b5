package io.provenant.listing;

import static io.provenant.ledger.ReasonCode.NOTICE_TOO_SHORT;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.document.CitedDocuments;
import io.provenant.ledger.Change;
import io.provenant.ledger.CommonFields;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.ruleset.BeijingDate;
import io.provenant.ruleset.WorkingCalendar;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code list:notice}: the issuer tells the party before it lists it, cites the notice, and leaves it the working days of
 * the rule set to answer.
 */
public final class ServeNotice implements UseCase<ServeNotice.NoticeServed> {

    private static final Step STEP =
            Step.move(ListEntry.TYPE, List.of(EntryState.PROPOSED.name()), EntryState.NOTICED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "list:notice", "Serve notice of a proposed entry", Role.ASSOCIATION_OFFICER, Role.REGULATOR_OFFICER)
            .body(Shape.of(
                    Field.of("entryId", FieldTypes.uuid()),
                    Field.of("rev", FieldTypes.rev()),
                    Field.of("answerDueMs", FieldTypes.ms()),
                    Field.of("serviceMethodCode", FieldTypes.code("serviceMethods")),
                    CitedDocuments.field()))
            .step(STEP);

    /** How notice was served, and until when the party may answer. */
    public record NoticeServed(JsonObject body) implements Command {
        Key<ListEntry> key() {
            return ListEntry.key(body.text("entryId"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public NoticeServed read(JsonObject body) {
        return new NoticeServed(body);
    }

    @Override
    public Outcome apply(NoticeServed notice, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<ListEntry> entry = IssuedEntry.changing(notice.key(), notice.body(), STEP, tx, ledger, refusals);
        if (entry.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        checkPeriod(notice.body(), tx, refusals);
        List<JsonObject> cited = CitedDocuments.readSome(notice.body(), ledger, refusals);
        List<JsonObject> documents = CitedDocuments.merged(entry.get().documents(), cited, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        JsonObject fields = CommonFields.own(entry.get())
                .with("noticeServedMs", tx.ms())
                .with("answerDueMs", notice.body().integer("answerDueMs"))
                .with("serviceMethodCode", notice.body().text("serviceMethodCode"))
                .withObjects("documents", documents)
                .with("state", STEP.to());
        return Outcome.accepted(new Change.Update(notice.key(), entry.get(), fields));
    }

    // A waiting time of 0 has passed at once; any other ends with its Beijing day (domain 3a.8).
    private static void checkPeriod(JsonObject body, Tx tx, Refusals refusals) {
        long days = tx.rules().market().integer("listAnswerWd");
        long earliest = days == 0
                ? tx.ms()
                : WorkingCalendar.of(tx.rules().market())
                        .after(BeijingDate.of(tx.ms()), days)
                        .endMs();
        long due = body.integer("answerDueMs");
        refusals.require(
                due >= earliest,
                NOTICE_TOO_SHORT,
                Detail.field("/body/answerDueMs"),
                Detail.expected(earliest),
                Detail.found(due));
    }
}
