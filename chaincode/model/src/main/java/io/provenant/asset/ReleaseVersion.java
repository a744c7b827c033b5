package io.provenant.asset;

import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.RETENTION_PASSED;
import static io.provenant.ledger.ReasonCode.VERSION_STATE;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.CommonFields;
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
import java.util.List;
import java.util.Optional;

/** {@code version:release}: a sealed version becomes available for requests, as long as it may be kept at all. */
public final class ReleaseVersion implements UseCase<ReleaseVersion.Release> {

    private static final Step STEP =
            Step.move(AssetVersion.TYPE, List.of(VersionState.SEALED.name()), VersionState.AVAILABLE.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    "version:release", "Release a sealed version", Role.PROVIDER_OFFICER)
            .body(Shape.of(Field.of("versionId", FieldTypes.uuid()), Field.of("rev", FieldTypes.rev())))
            .step(STEP);

    /** Which version, at which revision. */
    public record Release(JsonObject body) implements Command {
        Key<AssetVersion> key() {
            return AssetVersion.key(new VersionId(body.text("versionId")));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Release read(JsonObject body) {
        return new Release(body);
    }

    @Override
    public Outcome apply(Release release, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<AssetVersion> version =
                new RecordChecks(tx, ledger, refusals).changing(release.key(), release.body(), STEP);
        version.ifPresent(
                found -> refusals.require(tx.sender().is(found.ownerId()), NOT_YOURS, Detail.key(release.key())));
        if (!refusals.isEmpty() || version.isEmpty()) {
            return refusals.rejected();
        }
        Key<DataAsset> asset = DataAsset.key(version.get().assetId());
        refusals.require(ledger.get(asset).filter(DataAsset::isDeclared).isPresent(), VERSION_STATE, Detail.key(asset));
        refusals.require(
                tx.ms() < version.get().retainUntilMs(),
                RETENTION_PASSED,
                Detail.found(version.get().retainUntilMs()));
        return refusals.isEmpty()
                ? Outcome.accepted(new Change.Update(
                        release.key(),
                        version.get(),
                        CommonFields.own(version.get()).with("state", STEP.to())))
                : refusals.rejected();
    }
}
