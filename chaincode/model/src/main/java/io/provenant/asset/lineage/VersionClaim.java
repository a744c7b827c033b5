package io.provenant.asset.lineage;

import io.provenant.asset.AssetId;
import io.provenant.asset.ConsentBinding;
import io.provenant.asset.Derivation;
import io.provenant.asset.Identifiability;
import io.provenant.asset.ParentEdge;
import io.provenant.asset.VersionId;
import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.consent.ConsentId;
import io.provenant.ledger.PartyId;
import io.provenant.ruleset.ProtectionLevel;
import java.util.List;
import java.util.Optional;

/** What an owner says of a version that it wants to seal. */
public record VersionClaim(JsonObject body) implements Command {

    VersionId versionId() {
        return new VersionId(body.text("versionId"));
    }

    AssetId assetId() {
        return new AssetId(body.text("assetId"));
    }

    PartyId ownerId() {
        return new PartyId(body.text("ownerId"));
    }

    boolean isOriginal() {
        return Derivation.valueOf(body.text("derivation")) == Derivation.ORIGINAL;
    }

    List<ParentEdge> edges() {
        return body.objects("parents").stream().map(ParentEdge::of).toList();
    }

    Optional<VersionId> replacesId() {
        return body.optionalText("replacesId").map(VersionId::new);
    }

    Identifiability identifiability() {
        return Identifiability.valueOf(body.text("identifiability"));
    }

    boolean hasGroups() {
        return body.has("groupSize");
    }

    ProtectionLevel protectionLevel() {
        return ProtectionLevel.valueOf(body.text("protectionLevel"));
    }

    List<String> dataCategories() {
        return body.texts("dataCategories");
    }

    List<String> sensitiveRoots() {
        return body.texts("sensitiveRoots");
    }

    boolean containsMinors() {
        return body.flag("containsMinors");
    }

    long retainUntilMs() {
        return body.integer("retainUntilMs");
    }

    List<ConsentBinding> consents() {
        return body.objects("consents").stream().map(ConsentBinding::of).toList();
    }

    List<ConsentId> consentIds() {
        return consents().stream().map(ConsentBinding::consentId).toList();
    }
}
