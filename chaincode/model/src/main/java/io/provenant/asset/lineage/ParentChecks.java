package io.provenant.asset.lineage;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.PARENT_NOT_PERMITTED;
import static io.provenant.ledger.ReasonCode.VERSION_STATE;

import io.provenant.asset.AssetHead;
import io.provenant.asset.AssetId;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.ParentEdge;
import io.provenant.asset.VersionId;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Refusals;
import io.provenant.usage.RequestId;
import io.provenant.usage.UsageDecision;
import io.provenant.usage.UsageRequest;
import java.util.List;

/** Whether the parents may be built on: whose they are, in which state, and what restrains their assets. */
final class ParentChecks {

    private final VersionClaim claim;
    private final Ancestry ancestry;
    private final Ledger ledger;
    private final Refusals refusals;

    ParentChecks(VersionClaim claim, Ancestry ancestry, Ledger ledger, Refusals refusals) {
        this.claim = claim;
        this.ancestry = ancestry;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    void check(long ms) {
        for (AssetVersion parent : ancestry.parents()) {
            Key<AssetVersion> key = AssetVersion.key(parent.versionId());
            refusals.require(isPermitted(parent), PARENT_NOT_PERMITTED, Detail.key(key));
            refusals.require(
                    parent.versionState().carriesChildren(),
                    VERSION_STATE,
                    Detail.key(key),
                    Detail.found(parent.versionState()));
        }
        ancestry.inheritedAssetIds().forEach(id -> marks(id, ms));
    }

    /** INV-A1: what takes the place of a version is of its asset, and built on its parents or on what replaced them. */
    void checkReplaced(AssetVersion replaced) {
        refusals.require(
                replaced.assetId().equals(claim.assetId()),
                INPUT_MALFORMED,
                Detail.field("/body/replacesId"),
                Detail.expected(claim.assetId()),
                Detail.found(replaced.assetId()));
        List<VersionId> before =
                replaced.parents().stream().map(ParentEdge::versionId).toList();
        for (AssetVersion parent : ancestry.parents()) {
            boolean follows = before.contains(parent.versionId())
                    || parent.replacesId().filter(before::contains).isPresent();
            refusals.require(
                    follows, INPUT_MALFORMED, Detail.field("/body/replacesId"), Detail.found(parent.versionId()));
        }
    }

    // INV-A10: lineage is no laundry.
    private boolean isPermitted(AssetVersion parent) {
        return parent.ownerId().equals(claim.ownerId())
                || claim.edges().stream()
                        .filter(edge -> edge.versionId().equals(parent.versionId()))
                        .flatMap(edge -> edge.decisionId().stream())
                        .map(RequestId::new)
                        .anyMatch(decision -> permits(decision, parent.versionId()));
    }

    private boolean permits(RequestId decision, VersionId parent) {
        boolean permit = ledger.get(UsageDecision.key(decision))
                .filter(UsageDecision::isPermit)
                .isPresent();
        boolean covers = ledger.get(UsageRequest.key(decision))
                .filter(request -> request.consumerId().equals(claim.ownerId()))
                .filter(request -> request.versionIds().contains(parent))
                .filter(request -> request.outputForm().isToBuildOn())
                .isPresent();
        return permit && covers;
    }

    private void marks(AssetId id, long ms) {
        for (AssetHead head : ancestry.heads(id)) {
            head.marks().stream()
                    .filter(mark -> mark.isInForceAt(ms))
                    .forEach(mark -> refusals.add(
                            mark.kind().reason(),
                            new Detail("assetId", id.value()),
                            new Detail("refId", mark.refId()),
                            new Detail("untilMs", Long.toString(mark.untilMs()))));
        }
    }
}
