package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.CONSULTATION_OPEN;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.STATE_ILLEGAL;

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
 * {@code rules:adopt}: the party that consulted makes its rule set the next one, from a moment in the future, with the
 * approvals that the rule set in force asks. The rules of a decision never change after the fact.
 */
public final class AdoptRuleSet implements UseCase<AdoptRuleSet.Adoption> {

    private static final String NAME = "rules:adopt";
    private static final long LONGEST_MS = 366L * 86_400_000;
    private static final Step STEP =
            Step.move(RuleSet.TYPE, List.of(RuleSetState.CONSULTATION.name()), RuleSetState.APPROVED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    NAME,
                    "Make a rule set the next one in force",
                    Role.REGULATOR_OFFICER,
                    Role.EXCHANGE_COMPLIANCE,
                    Role.ASSOCIATION_OFFICER)
            .body(Shape.of(
                    Field.of("ruleSetId", FieldTypes.slug("rs")),
                    Field.of("rev", FieldTypes.rev()),
                    Field.of("inForceFromMs", FieldTypes.ms()),
                    Approvals.approverIds()))
            .step(STEP);

    /** Which rule set, and from when. */
    public record Adoption(JsonObject body) implements Command {
        Key<RuleSet> key() {
            return RuleSet.key(new RuleSetId(body.text("ruleSetId")));
        }

        long inForceFromMs() {
            return body.integer("inForceFromMs");
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Adoption read(JsonObject body) {
        return new Adoption(body);
    }

    @Override
    public Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        Key<RuleSet> key = read(body).key();
        return ledger.get(key).map(ruleSet -> ApprovalSubject.of(key.text()));
    }

    @Override
    public Outcome apply(Adoption adoption, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<RuleSet> ruleSet =
                new RecordChecks(tx, ledger, refusals).changing(adoption.key(), adoption.body(), STEP);
        ruleSet.ifPresent(
                found -> refusals.require(tx.sender().is(found.consultedBy()), NOT_YOURS, Detail.key(adoption.key())));
        if (ruleSet.isEmpty() || !refusals.isEmpty()) {
            return refusals.rejected();
        }
        checkConsulted(ruleSet.get(), tx, refusals);
        checkMoment(adoption.inForceFromMs(), tx.ms(), refusals);
        new Approvals(tx, ledger)
                .require(
                        NAME, adoption.body(), ApprovalSubject.of(adoption.key().text()), refusals);
        return refusals.isEmpty()
                ? new Outcome.Accepted(changes(adoption, ruleSet.get(), tx, ledger), JsonObject.empty())
                : refusals.rejected();
    }

    private static void checkConsulted(RuleSet ruleSet, Tx tx, Refusals refusals) {
        long days = tx.rules().market().integer("consultDays");
        long overMs = days == 0
                ? ruleSet.consultFromMs()
                : BeijingDate.of(ruleSet.consultFromMs()).plusDays(days).endMs();
        refusals.require(tx.ms() >= overMs, CONSULTATION_OPEN, Detail.expected(overMs), Detail.found(tx.ms()));
    }

    private static void checkMoment(long fromMs, long nowMs, Refusals refusals) {
        refusals.require(
                fromMs > nowMs,
                STATE_ILLEGAL,
                Detail.field("/body/inForceFromMs"),
                Detail.expected("after " + nowMs),
                Detail.found(fromMs));
        refusals.require(
                fromMs <= nowMs + LONGEST_MS,
                LIMIT_EXCEEDED,
                Detail.field("/body/inForceFromMs"),
                Detail.expected(nowMs + LONGEST_MS),
                Detail.found(fromMs));
    }

    private static List<Change> changes(Adoption adoption, RuleSet ruleSet, Tx tx, Ledger ledger) {
        List<Change> changes = new ArrayList<>();
        JsonObject fields = ruleSet.ownFields()
                .with("inForceFromMs", adoption.inForceFromMs())
                .with("state", STEP.to());
        changes.add(new Change.Update(adoption.key(), ruleSet, fields));
        for (String head : ruleSet.heads()) {
            changes.add(head(RuleHead.key(head), adoption, tx, ledger));
        }
        return changes;
    }

    // A next that was pending is replaced; one whose moment has come is the current one now.
    private static Change head(Key<RuleHead> key, Adoption adoption, Tx tx, Ledger ledger) {
        Optional<RuleHead> before = ledger.get(key);
        JsonObject fields = JsonObject.empty()
                .with("nextId", adoption.body().text("ruleSetId"))
                .with("nextFromMs", adoption.inForceFromMs())
                .withTexts("stopIds", before.map(RuleHead::stopIds).orElse(List.of()));
        Optional<RuleSetId> current = before.flatMap(head -> head.inForceAt(tx.ms()));
        JsonObject all = current.map(id -> fields.with("currentId", id.value())).orElse(fields);
        return before.<Change>map(head -> new Change.Update(key, head, all))
                .orElseGet(() -> new Change.Create(key, all));
    }
}
