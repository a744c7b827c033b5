package io.provenant.anchor;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;
import static io.provenant.ledger.ReasonCode.LOG_IN_USE;

import io.provenant.approval.Approvals;
import io.provenant.canonical.JsonInteger;
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
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code log:open}: a party opens a log under a key of its own, with another organisation's approval. Of one party,
 * purpose and shard at most one log is active, and a follow-up names the closed one before it.
 */
public final class OpenLog implements UseCase<OpenLog.Opening> {

    private static final String MAX_DELAY = "maxDelayS";
    private static final Step STEP = Step.create(Log.TYPE, LogState.ACTIVE.name());
    private static final Shape FIRST_KEY = Shape.of(
            Field.of("keyEpoch", FieldTypes.integer(1, 1)),
            Field.of("alg", FieldTypes.oneOf("ED25519")),
            Field.of("publicKey", FieldTypes.base64Url()),
            Field.of("fromSize", FieldTypes.integer(0, 0)));
    private static final Shape WITNESS = Shape.of(
            Field.of("name", FieldTypes.text("[a-z0-9.-]{1,63}(/[A-Za-z0-9._/-]{1,64})?", "name of a C2SP witness")),
            Field.of("alg", FieldTypes.oneOf("ED25519")),
            Field.of("publicKey", FieldTypes.base64Url()));
    private static final CommandSpec SPEC = CommandSpec.of("log:open", "Open a log", Role.LOG_OPERATOR)
            .body(Shape.of(
                    Field.of("origin", Origins.type()),
                    Field.optional("previousOrigin", Origins.type()),
                    Field.of("ownerId", FieldTypes.partyId()),
                    Field.of("purpose", FieldTypes.oneOf(LogPurpose.class)),
                    Field.of("shard", FieldTypes.integer(0, 999)),
                    Field.of(MAX_DELAY, FieldTypes.integer(1, JsonInteger.MAX)),
                    Field.of("keys", FieldTypes.set(FIRST_KEY, 1, 1)),
                    Field.of("witnessKeys", FieldTypes.table(WITNESS, 8, "name")),
                    Approvals.approverIds()))
            .step(STEP);

    /** What the log is to be. */
    public record Opening(JsonObject body) implements Command {
        LogOrigin origin() {
            return new LogOrigin(body.text("origin"));
        }

        Optional<LogOrigin> previousOrigin() {
            return body.optionalText("previousOrigin").map(LogOrigin::new);
        }

        Key<LogInUse> inUse() {
            return LogInUse.key(body.text("ownerId"), body.text("purpose"), body.integer("shard"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Opening read(JsonObject body) {
        return new Opening(body);
    }

    @Override
    public Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        return Optional.of(subject(new Opening(body)));
    }

    @Override
    public Outcome apply(Opening opening, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        checkName(opening, tx, refusals);
        checkKeys(opening.body(), "keys", refusals);
        checkKeys(opening.body(), "witnessKeys", refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(Log.key(opening.origin()));
        checks.own("ownerId", opening.body().text("ownerId"));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        Optional<LogInUse> latest = ledger.get(opening.inUse());
        checkFollows(opening, latest, ledger, refusals);
        long most = tx.rules().market().integer("anchorMaxDelayS");
        long asked = opening.body().integer(MAX_DELAY);
        refusals.require(
                asked <= most,
                LIMIT_EXCEEDED,
                Detail.field("/body/" + MAX_DELAY),
                Detail.expected(most),
                Detail.found(asked));
        new Approvals(tx, ledger).require(SPEC.name(), opening.body(), subject(opening), refusals);
        return refusals.isEmpty() ? opened(opening, latest, tx, ledger) : refusals.rejected();
    }

    // The origin holds channel, owner, purpose and shard, so that a checkpoint of one log is none of another.
    private static void checkName(Opening opening, Tx tx, Refusals refusals) {
        JsonObject body = opening.body();
        LogOrigin origin = opening.origin();
        String purpose = LogPurpose.valueOf(body.text("purpose")).inOrigin();
        boolean named = origin.channel().equals(tx.channel())
                && origin.ownerId().equals(body.text("ownerId"))
                && origin.purpose().equals(purpose)
                && origin.shard() == body.integer("shard");
        refusals.require(
                named,
                INPUT_MALFORMED,
                Detail.field("/body/origin"),
                Detail.expected("<ledger>/" + tx.channel() + "/" + body.text("ownerId") + "/" + purpose + "-"
                        + body.integer("shard")));
    }

    private static void checkKeys(JsonObject body, String table, Refusals refusals) {
        List<JsonObject> rows = body.objects(table);
        for (int i = 0; i < rows.size(); i++) {
            refusals.require(
                    new LogKey(rows.get(i)).publicKey().isPresent(),
                    INPUT_MALFORMED,
                    Detail.field("/body/" + table + "/" + i + "/publicKey"),
                    Detail.expected(LogKey.BYTES + " bytes"));
        }
    }

    private static void checkFollows(Opening opening, Optional<LogInUse> latest, Ledger ledger, Refusals refusals) {
        Optional<LogOrigin> before = latest.map(LogInUse::origin);
        boolean closed = before.flatMap(origin -> ledger.get(Log.key(origin)))
                .map(log -> log.state().filter(LogState.CLOSED.name()::equals).isPresent())
                .orElse(true);
        refusals.require(
                closed && before.equals(opening.previousOrigin()),
                LOG_IN_USE,
                Detail.key(opening.inUse()),
                Detail.expected(before.map(LogOrigin::value).orElse("no previousOrigin")));
    }

    private static Outcome opened(Opening opening, Optional<LogInUse> latest, Tx tx, Ledger ledger) {
        LogOrigin origin = opening.origin();
        JsonObject log = opening.body().without("origin", "approverIds").with("state", STEP.to());
        JsonObject head = JsonObject.empty()
                .with("size", 0)
                .with("rootHash", new TreeHasher(tx.digests()).empty().hex())
                .with("keyEpoch", 1)
                .with("lastMs", tx.ms());
        Optional<String> lastDate = latest.map(LogInUse::origin)
                .flatMap(before -> ledger.get(DayHead.key(before)))
                .flatMap(DayHead::lastDate);
        JsonObject days =
                lastDate.map(date -> JsonObject.empty().with("lastDate", date)).orElse(JsonObject.empty());
        JsonObject inUse = JsonObject.empty().with("origin", origin.value());
        return Outcome.accepted(
                new Change.Create(Log.key(origin), log),
                new Change.Create(LogHead.key(origin), head),
                latest.<Change>map(before -> new Change.Update(opening.inUse(), before, inUse))
                        .orElseGet(() -> new Change.Create(opening.inUse(), inUse)),
                new Change.Create(DayHead.key(origin), days));
    }

    private static ApprovalSubject subject(Opening opening) {
        LogOrigin origin = opening.origin();
        return ApprovalSubject.about(Log.key(origin).text(), new PartyId(origin.ownerId()));
    }
}
