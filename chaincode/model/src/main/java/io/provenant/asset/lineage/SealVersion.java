package io.provenant.asset.lineage;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.PARENT_NOT_SEALED;
import static io.provenant.ledger.ReasonCode.VERSION_STATE;

import io.provenant.approval.Approvals;
import io.provenant.asset.AssetId;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.DataAsset;
import io.provenant.asset.Identifiability;
import io.provenant.asset.ParentEdge;
import io.provenant.asset.VersionState;
import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.consent.ConsentGrant;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code version:seal}: a version with everything that it was derived from. From then on it is immutable but for its
 * state (INV-A1), and what its parents carried it carries as well.
 */
public final class SealVersion implements UseCase<VersionClaim> {

    private static final String NAME = "version:seal";
    private static final Step STEP = Step.create(AssetVersion.TYPE, VersionState.SEALED.name());
    private static final CommandSpec SPEC = CommandSpec.of(
                    NAME, "Seal a version with its lineage and consents", Role.PROVIDER_OFFICER)
            .body(SealShape.BODY)
            .step(STEP);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public VersionClaim read(JsonObject body) {
        return new VersionClaim(body);
    }

    @Override
    public Optional<ApprovalSubject> approvalSubject(JsonObject body, Ledger ledger) {
        return Optional.of(subject(read(body)));
    }

    @Override
    public Outcome apply(VersionClaim claim, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<DataAsset> asset = known(claim, tx, ledger, refusals);
        if (!refusals.isEmpty() || asset.isEmpty()) {
            return refusals.rejected();
        }
        List<AssetVersion> parents = parents(claim, ledger, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        Ancestry ancestry = new Ancestry(asset.get(), parents, ledger);
        judge(claim, ancestry, tx, ledger, refusals);
        return refusals.isEmpty() ? sealed(claim, ancestry) : refusals.rejected();
    }

    private static Optional<DataAsset> known(VersionClaim claim, Tx tx, Ledger ledger, Refusals refusals) {
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(AssetVersion.key(claim.versionId()));
        checks.own("ownerId", claim.ownerId().value());
        Key<DataAsset> key = DataAsset.key(claim.assetId());
        Optional<DataAsset> asset = checks.existing(key);
        asset.ifPresent(found -> refusals.require(found.ownerId().equals(claim.ownerId()), NOT_YOURS, Detail.key(key)));
        claim.replacesId().map(AssetVersion::key).ifPresent(checks::existing);
        if (claim.isOriginal()) {
            claim.consentIds().stream().map(ConsentGrant::key).forEach(checks::existing);
        }
        return asset;
    }

    // INV-A2. Without its parents nothing else can be said about a child, so these refusals stand alone.
    private static List<AssetVersion> parents(VersionClaim claim, Ledger ledger, Refusals refusals) {
        List<AssetVersion> found = new ArrayList<>();
        for (ParentEdge edge : claim.edges()) {
            Key<AssetVersion> key = AssetVersion.key(edge.versionId());
            Optional<AssetVersion> parent = ledger.get(key);
            refusals.require(parent.isPresent(), PARENT_NOT_SEALED, Detail.key(key));
            parent.ifPresent(found::add);
        }
        Detail field = Detail.field("/body/parents");
        refusals.require(!claim.isOriginal() || claim.edges().isEmpty(), INPUT_MALFORMED, field, Detail.expected(0));
        refusals.require(claim.isOriginal() || !claim.edges().isEmpty(), PARENT_NOT_SEALED, field, Detail.found(0));
        return found;
    }

    private static void judge(VersionClaim claim, Ancestry ancestry, Tx tx, Ledger ledger, Refusals refusals) {
        Rules.RuleSections rules = tx.rules().market();
        int assets = ancestry.assetIds().size();
        refusals.require(
                assets <= AssetVersion.MOST,
                LIMIT_EXCEEDED,
                new Detail("limit", "assets"),
                Detail.expected(AssetVersion.MOST),
                Detail.found(assets));
        refusals.require(ancestry.asset().isDeclared(), VERSION_STATE, Detail.key(DataAsset.key(claim.assetId())));
        ParentChecks parents = new ParentChecks(claim, ancestry, ledger, refusals);
        parents.check(tx.ms());
        claim.replacesId().map(AssetVersion::key).flatMap(ledger::get).ifPresent(parents::checkReplaced);
        new ClassificationChecks(claim, ancestry, rules, refusals).check();
        new IdentifiabilityClaim(claim, ancestry, rules).check(refusals);
        InheritedConsents consents = new InheritedConsents(claim, ancestry, ledger, refusals);
        consents.check();
        Identifiability floor = Identifiability.valueOf(rules.text("revocationFloor"));
        if (claim.identifiability().isAtLeast(floor) && !claim.consents().isEmpty()) {
            consents.checkNoneOpen();
            new Approvals(tx, ledger).require(NAME, claim.body(), subject(claim), refusals);
        }
    }

    private static ApprovalSubject subject(VersionClaim claim) {
        return ApprovalSubject.about(AssetVersion.key(claim.versionId()).text(), claim.ownerId());
    }

    private static Outcome sealed(VersionClaim claim, Ancestry ancestry) {
        JsonObject fields = claim.body()
                .without("versionId", "approverIds")
                .withTexts(
                        "assetIds",
                        ancestry.assetIds().stream().map(AssetId::value).toList())
                .with("depth", ancestry.depth())
                .with("state", STEP.to());
        return Outcome.accepted(new Change.Create(AssetVersion.key(claim.versionId()), fields));
    }
}
