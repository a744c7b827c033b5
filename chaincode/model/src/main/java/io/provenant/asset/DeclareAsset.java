package io.provenant.asset;

import static io.provenant.ledger.ReasonCode.CORE_DATA;
import static io.provenant.ledger.ReasonCode.LEVEL_TOO_LOW;

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
import io.provenant.ruleset.DataCategories;
import io.provenant.ruleset.Regime;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.SortedSet;

/**
 * {@code asset:declare}: an owner says what data it has. Core data stays out of the market, and a sensitive category
 * names its head of PIPL Article 28.
 */
public final class DeclareAsset implements UseCase<DeclareAsset.Declaration> {

    private static final Step STEP = Step.create(DataAsset.TYPE, AssetState.DECLARED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "asset:declare", "Declare a data asset", Role.PROVIDER_OFFICER)
            .body(Shape.of(
                    Field.of("assetId", FieldTypes.id()),
                    Field.of("ownerId", FieldTypes.partyId()),
                    Field.of("titleCommit", FieldTypes.digest()),
                    Field.of("structure", FieldTypes.oneOf(DataStructure.class)),
                    Field.of("sectorCode", FieldTypes.code("sectors")),
                    Field.of("nationalGrade", FieldTypes.oneOf(NationalGrade.class)),
                    Field.of("dataCategories", FieldTypes.set(FieldTypes.code("categories"), 1, 32)),
                    Field.of("sensitiveRoots", FieldTypes.codes("sensitiveRoots")),
                    Field.of("containsMinors", FieldTypes.flag()),
                    Field.optional("specialRulesHash", FieldTypes.digest()),
                    Field.of("sourceKind", FieldTypes.oneOf(SourceKind.class)),
                    Field.optional("regimes", FieldTypes.set(FieldTypes.oneOf(Regime.class), 4))))
            .step(STEP);

    /** What is declared. */
    public record Declaration(JsonObject body) implements Command {
        AssetId assetId() {
            return new AssetId(body.text("assetId"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Declaration read(JsonObject body) {
        return new Declaration(body);
    }

    @Override
    public Outcome apply(Declaration declaration, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(DataAsset.key(declaration.assetId()));
        checks.own("ownerId", declaration.body().text("ownerId"));
        if (refusals.isEmpty()) {
            classified(declaration.body(), tx, refusals);
        }
        return refusals.isEmpty() ? declared(declaration) : refusals.rejected();
    }

    private static void classified(JsonObject body, Tx tx, Refusals refusals) {
        refusals.require(
                NationalGrade.valueOf(body.text("nationalGrade")) != NationalGrade.CORE,
                CORE_DATA,
                Detail.field("/body/nationalGrade"));
        SortedSet<String> roots = DataCategories.of(tx.rules().market()).sensitiveRoots(body.texts("dataCategories"));
        refusals.require(
                body.texts("sensitiveRoots").containsAll(roots),
                LEVEL_TOO_LOW,
                Detail.field("/body/sensitiveRoots"),
                Detail.expected(String.join(" ", roots)));
        refusals.require(
                body.flag("containsMinors") || !roots.contains(DataCategories.MINORS),
                LEVEL_TOO_LOW,
                Detail.field("/body/containsMinors"));
    }

    private static Outcome declared(Declaration declaration) {
        AssetId id = declaration.assetId();
        JsonObject fields = declaration.body().without("assetId").with("state", STEP.to());
        return Outcome.accepted(
                new Change.Create(DataAsset.key(id), fields),
                new Change.Create(AssetHead.key(id, AssetHead.Slice.A), AssetHead.empty(id)),
                new Change.Create(AssetHead.key(id, AssetHead.Slice.X), AssetHead.empty(id)));
    }
}
