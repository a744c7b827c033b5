package io.provenant.anchor;

import static io.provenant.ledger.ReasonCode.CHECKPOINT_SIGNATURE;
import static io.provenant.ledger.ReasonCode.CONSISTENCY_INVALID;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;

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
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code log:advance}: a log's owner anchors a new head, with the proof that it extends the last one. A head that forks,
 * shrinks or was signed by another key is refused by every organisation's peers (INV-L1).
 */
public final class AdvanceLog implements UseCase<AdvanceLog.Advance> {

    private static final Step STEP = Step.move(Log.TYPE, List.of(LogState.ACTIVE.name()), LogState.ACTIVE.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "log:advance", "Anchor a new head of a log", Role.LOG_OPERATOR)
            .body(Shape.of(Field.of("origin", Origins.type()))
                    .and(SignedHead.FIELDS.toArray(Field[]::new))
                    .and(
                            Field.of("headRow", FieldTypes.flag()),
                            Field.of("proof", FieldTypes.list(FieldTypes.digest(), SignedHead.MAX_PATH))))
            .step(STEP)
            .asIdempotent();

    /** The new head and its proof. */
    public record Advance(JsonObject body) implements Command {
        LogOrigin origin() {
            return new LogOrigin(body.text("origin"));
        }

        SignedHead head() {
            return SignedHead.of(origin(), body);
        }

        List<Digest> path() {
            return body.texts("proof").stream().map(Digest::new).toList();
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Advance read(JsonObject body) {
        return new Advance(body);
    }

    @Override
    public Outcome apply(Advance advance, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<Log> log = own(advance, tx, ledger, refusals);
        if (log.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        LogHead head = ledger.get(LogHead.key(advance.origin()))
                .orElseThrow(() -> new IllegalStateException("a log without a head: " + advance.origin()));
        SignedHead next = advance.head();
        if (!next.isSignedBy(log.get().signingKey(next.keyEpoch(), next.size()), tx)) {
            return Outcome.rejected(
                    CHECKPOINT_SIGNATURE,
                    Detail.key(Log.key(advance.origin())),
                    new Detail("keyEpoch", Long.toString(next.keyEpoch())));
        }
        if (head.isOf(next)) {
            return Outcome.unchanged(answer(next, tx));
        }
        return extend(advance, head, tx)
                ? anchored(advance, head, tx)
                : Outcome.rejected(
                        CONSISTENCY_INVALID,
                        Detail.key(LogHead.key(advance.origin())),
                        Detail.expected("extends size " + head.size()),
                        Detail.found("size " + next.size()));
    }

    private static Optional<Log> own(Advance advance, Tx tx, Ledger ledger, Refusals refusals) {
        Key<Log> key = Log.key(advance.origin());
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        Optional<Log> log = checks.existing(key);
        log.ifPresent(found -> {
            refusals.require(tx.sender().is(found.ownerId()), NOT_YOURS, Detail.key(key));
            checks.step(key, found, STEP);
        });
        return log;
    }

    private static boolean extend(Advance advance, LogHead head, Tx tx) {
        SignedHead next = advance.head();
        return next.size() > head.size()
                && new ConsistencyProof(head.size(), next.size(), advance.path())
                        .allowsGrowth(new TreeHasher(tx.digests()), head.rootHash(), next.rootHash());
    }

    private static Outcome anchored(Advance advance, LogHead head, Tx tx) {
        SignedHead next = advance.head();
        JsonObject fields = JsonObject.empty()
                .with("size", next.size())
                .with("rootHash", next.rootHash().hex())
                .with("checkpointHash", next.checkpoint().hash(tx.digests()).hex())
                .with("keyEpoch", next.keyEpoch())
                .with("lastMs", tx.ms());
        Change moved = new Change.Update(LogHead.key(next.origin()), head, fields);
        Change row = new Change.Create(
                HeadRow.key(next.origin(), next.size()),
                fields.with("origin", next.origin().value()));
        boolean kept = advance.body().flag("headRow") || head.isFirstOfMinute(tx.ms());
        return new Outcome.Accepted(kept ? List.of(moved, row) : List.of(moved), answer(next, tx));
    }

    private static JsonObject answer(SignedHead next, Tx tx) {
        return JsonObject.empty()
                .with("size", next.size())
                .with("checkpointHash", next.checkpoint().hash(tx.digests()).hex());
    }
}
