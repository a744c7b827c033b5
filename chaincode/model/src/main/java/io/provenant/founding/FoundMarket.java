package io.provenant.founding;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.approval.Approvals;
import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.founding.Founding.Founder;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.party.Fence;
import io.provenant.party.Market;
import io.provenant.party.Party;
import io.provenant.party.PartyGroup;
import io.provenant.party.PartyHead;
import io.provenant.party.PartyKind;
import io.provenant.party.PartyShape;
import io.provenant.party.PartyState;
import io.provenant.party.UniqueIdentifier;
import io.provenant.ruleset.Capabilities;
import io.provenant.ruleset.RuleHead;
import io.provenant.ruleset.RuleSet;
import io.provenant.ruleset.RuleSetId;
import io.provenant.ruleset.RuleSetReview;
import io.provenant.ruleset.RuleSetShape;
import io.provenant.ruleset.RuleSetState;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code market:found}: an exchange, a regulator and an association found the market with its first rules, all of one
 * mind over the exact body. Happens once.
 */
public final class FoundMarket implements UseCase<Founding> {

    private static final String NAME = "market:found";
    private static final CommandSpec SPEC = CommandSpec.of(
                    NAME, "Found the market with its first parties and rules", Role.MARKET_FOUNDER)
            .body(Shape.of(
                    Field.of("channel", FieldTypes.text("[a-z][a-z0-9.-]{0,248}", "name of the channel")),
                    Field.of("regimes", RuleSetShape.regimes()),
                    Field.of("founders", FieldTypes.table(PartyShape.founder(), 8, "partyId")),
                    Field.of("ruleSet", RuleSetShape.first()),
                    Approvals.approverIds()))
            .step(Step.create(Market.TYPE, "FOUNDED"));

    private final Capabilities code;

    /** The founding of a market that runs this code. */
    public FoundMarket(Capabilities code) {
        this.code = code;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Founding read(JsonObject body) {
        return new Founding(body);
    }

    @Override
    public void checkBody(JsonObject body, String pointer, Refusals refusals) {
        int place = 0;
        for (Founder founder : read(body).founders()) {
            String at = pointer + "/founders/" + place++;
            PartyShape.check(founder.json(), at, refusals);
            refusals.require(
                    founder.json().text("kind").equals(PartyKind.MEMBER.name()),
                    INPUT_MALFORMED,
                    Detail.field(at + "/kind"),
                    Detail.expected(PartyKind.MEMBER));
        }
    }

    @Override
    public Outcome apply(Founding founding, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        String channel = founding.body().text("channel");
        refusals.require(
                channel.equals(tx.channel()),
                INPUT_MALFORMED,
                Detail.field("/body/channel"),
                Detail.expected(tx.channel()),
                Detail.found(channel));
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        FounderChecks checks = new FounderChecks(founding, refusals);
        checks.unused(tx, ledger);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        checks.complete();
        checks.covered();
        new RuleSetReview(code, ledger, refusals).check(founding.ruleSet());
        checks.approved(new Approvals(tx, ledger).given(NAME, founding.body(), Market.KEY.text()));
        return refusals.isEmpty()
                ? new Outcome.Accepted(changes(founding, tx), JsonObject.empty())
                : refusals.rejected();
    }

    private static List<Change> changes(Founding founding, Tx tx) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Create(Market.KEY, market(founding, tx)));
        changes.add(new Change.Create(
                Fence.KEY,
                JsonObject.empty().with("no", 1).with("tickMs", tx.ms()).with("foundedTx", tx.id())));
        founding.founders().forEach(founder -> add(founder, changes));
        JsonObject ruleSet = founding.ruleSet();
        RuleSetId id = new RuleSetId(ruleSet.text("ruleSetId"));
        changes.add(new Change.Create(
                RuleSet.key(id),
                RuleSetShape.stored(ruleSet)
                        .with("consultFromMs", tx.ms())
                        .with("inForceFromMs", tx.ms())
                        .with("state", RuleSetState.APPROVED.name())));
        for (String head : RuleSet.heads(ruleSet)) {
            changes.add(new Change.Create(RuleHead.key(head), RuleHead.first(id)));
        }
        return changes;
    }

    private static JsonObject market(Founding founding, Tx tx) {
        return JsonObject.empty()
                .with("channel", tx.channel())
                .withTexts(
                        "founderIds",
                        founding.founders().stream()
                                .map(founder -> founder.partyId().value())
                                .toList())
                .with("foundedTx", tx.id())
                .withTexts("regimes", founding.regimes());
    }

    private static void add(Founder founder, List<Change> changes) {
        changes.add(new Change.Create(
                Party.key(founder.partyId()),
                founder.json().without("partyId").with("state", PartyState.ACTIVE.name())));
        changes.add(new Change.Create(PartyGroup.key(founder.partyId()), JsonObject.empty()));
        changes.addAll(PartyHead.opening(founder.partyId(), founder.roles()));
        UniqueIdentifier.keys(founder.json())
                .forEach(key -> changes.add(new Change.Create(key, UniqueIdentifier.fields(founder.partyId()))));
    }
}
