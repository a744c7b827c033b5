package io.provenant.usage.decision;

import static io.provenant.ledger.ReasonCode.DUE_NOT_REACHED;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
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
import io.provenant.ruleset.RuleBook;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import io.provenant.usage.Duty;
import io.provenant.usage.DutyKind;
import io.provenant.usage.RequestId;
import io.provenant.usage.UsageDecision;
import io.provenant.usage.UsageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code usage:decide}: runs the rules about a committed request. Its consumer sends it at any time; when it does not,
 * exchange and regulator may, so that a refusal seen in advance does not stay away. A refusal of the use is a success of
 * the command.
 */
public final class DecideUse implements UseCase<DecideUse.Call> {

    private static final long SECOND_MS = 1_000;
    private static final CommandSpec SPEC = CommandSpec.of(
                    "usage:decide",
                    "Decide about a committed request",
                    Role.CONSUMER_OFFICER,
                    Role.EXCHANGE_OFFICER,
                    Role.REGULATOR_OFFICER)
            .body(Shape.of(Field.of("requestId", FieldTypes.uuid())))
            .step(Step.create(UsageDecision.TYPE, ""))
            .asIdempotent();

    /** Which request. */
    public record Call(JsonObject body) implements Command {
        RequestId requestId() {
            return new RequestId(body.text("requestId"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Call read(JsonObject body) {
        return new Call(body);
    }

    @Override
    public Outcome apply(Call call, Tx tx, Ledger ledger) {
        Ledger own = ledger.recordingApart(); // what is read to find the sender's right is no read of the decision
        Key<UsageRequest> key = UsageRequest.key(call.requestId());
        Optional<UsageRequest> request = own.get(key);
        if (request.isEmpty()) {
            return Outcome.rejected(NOT_FOUND, Detail.key(key));
        }
        Refusals refusals = new Refusals();
        checkSender(request.get(), tx, ledger, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        return own.get(UsageDecision.key(call.requestId()))
                .map(decided -> Outcome.unchanged(UsageDecision.answer(decided.json())))
                .orElseGet(() -> decide(request.get(), tx, own));
    }

    private static void checkSender(UsageRequest request, Tx tx, Ledger ledger, Refusals refusals) {
        if (tx.sender().actsAs(Role.CONSUMER_OFFICER)) {
            refusals.require(
                    tx.sender().is(request.consumerId()),
                    NOT_YOURS,
                    Detail.key(UsageRequest.key(request.requestId())),
                    Detail.expected(request.consumerId()),
                    Detail.found(tx.sender().partyId()));
            return;
        }
        // Read to find the right to send, so it is none of the decision's own rule sets (domain 3a.3, 3a.4).
        long afterS = new RuleBook(ledger, tx.ms()).market().integer("withheldAfterS");
        long dueMs = request.createdMs() + afterS * SECOND_MS;
        refusals.require(tx.ms() >= dueMs, DUE_NOT_REACHED, Detail.expected(dueMs), Detail.found(tx.ms()));
    }

    private static Outcome decide(UsageRequest request, Tx tx, Ledger own) {
        Judgement judgement = new UsageJudge(own, tx.rules()).judge(request, tx.ms());
        JsonObject fields = judgement
                .fields(own.reads())
                .with("decidedByParty", tx.sender().partyId().value());
        Key<UsageDecision> key = UsageDecision.key(request.requestId());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Create(key, fields));
        int n = 0;
        for (Map.Entry<DutyKind, Long> duty : judgement.duties().entrySet()) {
            n++;
            changes.add(new Change.Create(
                    Duty.key(judgement.dutyId(n)),
                    Duty.open(duty.getKey(), key, request.consumerId(), duty.getValue())));
        }
        return new Outcome.Accepted(changes, UsageDecision.answer(fields));
    }
}
