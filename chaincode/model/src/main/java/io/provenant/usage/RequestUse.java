package io.provenant.usage;

import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.asset.AssetId;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.VersionId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code usage:request}: a consumer commits what it wants before anybody decides, so that a refusal cannot be made to
 * disappear.
 */
public final class RequestUse implements UseCase<RequestUse.Wish> {

    private static final int MOST_BINDINGS = 64;
    private static final CommandSpec SPEC = CommandSpec.of(
                    "usage:request", "Ask for a use of data", Role.CONSUMER_OFFICER)
            .body(RequestShape.BODY)
            .step(Step.create(UsageRequest.TYPE, ""));

    /** What is asked for. */
    public record Wish(JsonObject body) implements Command {
        RequestId requestId() {
            return new RequestId(body.text("requestId"));
        }

        List<VersionId> versionIds() {
            return body.texts("assetVersionIds").stream().map(VersionId::new).toList();
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Wish read(JsonObject body) {
        return new Wish(body);
    }

    @Override
    public Outcome apply(Wish wish, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(UsageRequest.key(wish.requestId()));
        checks.own("consumerId", wish.body().text("consumerId"));
        List<AssetVersion> versions = new ArrayList<>();
        for (VersionId id : wish.versionIds()) {
            checks.existing(AssetVersion.key(id)).ifPresent(versions::add);
        }
        if (refusals.isEmpty()) {
            checkLimits(versions, refusals);
        }
        return refusals.isEmpty() ? requested(wish, tx) : refusals.rejected();
    }

    // What bounds the reads of the decision.
    private static void checkLimits(List<AssetVersion> versions, Refusals refusals) {
        int bindings =
                versions.stream().mapToInt(version -> version.consents().size()).sum();
        SortedSet<AssetId> assets = new TreeSet<>();
        versions.forEach(version -> assets.addAll(version.assetIds()));
        atMost(bindings, MOST_BINDINGS, "bindings", refusals);
        atMost(assets.size(), AssetVersion.MOST, "assets", refusals);
    }

    private static void atMost(int found, int most, String what, Refusals refusals) {
        refusals.require(
                found <= most, LIMIT_EXCEEDED, new Detail("limit", what), Detail.expected(most), Detail.found(found));
    }

    private static Outcome requested(Wish wish, Tx tx) {
        String hash = UsageRequest.hash(tx.digests(), wish.body()).hex();
        JsonObject fields = wish.body().without("requestId").with("requestHash", hash);
        return new Outcome.Accepted(
                List.of(new Change.Create(UsageRequest.key(wish.requestId()), fields)),
                JsonObject.empty().with("requestHash", hash));
    }
}
