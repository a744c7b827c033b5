package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;
import static io.provenant.ledger.ReasonCode.SECTION_MISSING;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import java.util.List;
import java.util.Optional;

/**
 * {@code rules:consult}: puts a rule set before everybody, checked as a whole; it can be adopted when the consultation
 * is over.
 */
public final class ConsultRuleSet implements UseCase<ConsultRuleSet.Proposal> {

    private static final Step STEP = Step.create(RuleSet.TYPE, RuleSetState.CONSULTATION.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "rules:consult",
                    "Open the consultation on a rule set",
                    Role.REGULATOR_OFFICER,
                    Role.EXCHANGE_COMPLIANCE,
                    Role.ASSOCIATION_OFFICER)
            .body(RuleSetShape.proposed())
            .step(STEP);

    // A market under a rule set without these could never adopt the next one.
    private static final List<String> NEEDED = List.of("approvals", "codeLists", "consultDays");

    private final Capabilities code;

    /** Consultations in a market that runs this code. */
    public ConsultRuleSet(Capabilities code) {
        this.code = code;
    }

    /** The rule set proposed. */
    public record Proposal(JsonObject body) implements Command {
        RuleSetId ruleSetId() {
            return new RuleSetId(body.text("ruleSetId"));
        }

        boolean isConvention() {
            return body.text("kind").equals(RuleSetKind.CONVENTION.name());
        }

        Optional<String> associationId() {
            return body.optionalText("associationId");
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
    public void checkBody(JsonObject body, String pointer, Refusals refusals) {
        Proposal proposal = read(body);
        refusals.require(
                proposal.isConvention() == proposal.associationId().isPresent(),
                INPUT_MALFORMED,
                Detail.field(pointer + "/associationId"),
                Detail.expected("with kind CONVENTION only"));
    }

    @Override
    public Outcome apply(Proposal proposal, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        refusals.require(
                proposal.isConvention() == tx.sender().actsAs(Role.ASSOCIATION_OFFICER),
                ROLE_NOT_ALLOWED,
                new Detail("kind", proposal.body().text("kind")));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(RuleSet.key(proposal.ruleSetId()));
        proposal.associationId().ifPresent(id -> checks.own("associationId", id));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        checkNeeded(proposal, refusals);
        new RuleSetReview(code, ledger, refusals).check(proposal.body());
        return refusals.isEmpty() ? consultation(proposal, tx) : refusals.rejected();
    }

    private static void checkNeeded(Proposal proposal, Refusals refusals) {
        JsonObject sections = proposal.body().object("sections");
        NEEDED.stream()
                .filter(name -> !proposal.isConvention() && !sections.has(name))
                .forEach(name -> refusals.add(SECTION_MISSING, new Detail("section", name)));
    }

    private static Outcome consultation(Proposal proposal, Tx tx) {
        JsonObject fields = RuleSetShape.stored(proposal.body())
                .with("consultFromMs", tx.ms())
                .with("state", STEP.to());
        return Outcome.accepted(new Change.Create(RuleSet.key(proposal.ruleSetId()), fields));
    }
}
