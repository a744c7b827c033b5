package io.provenant.anchor;

import static io.provenant.ledger.ReasonCode.EQUIVOCATION_NOT_PROVEN;
import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.Digest;
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
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.Shape;
import io.provenant.usage.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code log:reportEquivocation}: anybody puts on the ledger that a log signed contradicting heads. The proof is the only
 * condition; the log's moving head is not read, so its owner cannot get in the way.
 */
public final class ReportEquivocation implements UseCase<ReportEquivocation.Report> {

    private static final long GRAVEST = 4;
    private static final Step STEP = Step.create(Violation.TYPE, Violation.RECORDED);
    private static final CommandSpec SPEC = CommandSpec.of(
                    "log:reportEquivocation", "Record that a log signed contradicting heads")
            .body(Shape.of(Field.of("evidence", Evidence.type())))
            .step(STEP)
            .asRestrictive()
            .asIdempotent();

    /** The contradiction. */
    public record Report(JsonObject body) implements Command {
        Evidence evidence() {
            return new Evidence(body.object("evidence"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Report read(JsonObject body) {
        return new Report(body);
    }

    @Override
    public Outcome apply(Report report, Tx tx, Ledger ledger) {
        Evidence evidence = report.evidence();
        if (!evidence.isOrdered()) {
            return Outcome.rejected(
                    INPUT_MALFORMED,
                    Detail.field("/body/evidence"),
                    Detail.expected("smaller hash first, one side signed at least"));
        }
        Refusals refusals = new Refusals();
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        Optional<Log> log = checks.existing(Log.key(evidence.origin()));
        Optional<Digest> anchored = evidence.anchoredSizes().stream()
                .findFirst()
                .map(size -> HeadRow.key(evidence.origin(), size))
                .flatMap(checks::existing)
                .map(HeadRow::rootHash);
        if (log.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        if (ledger.get(Violation.key(evidence.violationId(tx))).isPresent()) {
            return Outcome.unchanged(answer(evidence, tx)); // the id is the evidence's hash: it was proven before
        }
        return evidence.proves(log.get(), anchored, tx)
                ? recorded(evidence, log.get(), tx, ledger)
                : Outcome.rejected(EQUIVOCATION_NOT_PROVEN, Detail.key(Log.key(evidence.origin())));
    }

    private static Outcome recorded(Evidence evidence, Log log, Tx tx, Ledger ledger) {
        String violationId = evidence.violationId(tx);
        String hash = evidence.hash(tx).hex();
        JsonObject violation = JsonObject.empty()
                .with("code", "EQUIVOCATION")
                .with("partyId", log.ownerId().value())
                .with("subjectKey", Log.key(evidence.origin()).text())
                .with("severity", GRAVEST)
                .with("familyKey", log.ownerId() + "/EQUIVOCATION")
                .with("evidenceCommit", hash)
                .with("state", STEP.to());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Create(Violation.key(violationId), violation));
        Key<Equivocation> first = Equivocation.key(evidence.origin());
        if (ledger.get(first).isEmpty()) {
            changes.add(new Change.Create(
                    first, JsonObject.empty().with("violationId", violationId).with("evidenceHash", hash)));
        }
        return new Outcome.Accepted(changes, answer(evidence, tx));
    }

    private static JsonObject answer(Evidence evidence, Tx tx) {
        return JsonObject.empty().with("violationId", evidence.violationId(tx));
    }
}
