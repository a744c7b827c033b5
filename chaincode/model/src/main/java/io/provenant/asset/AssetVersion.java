package io.provenant.asset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ruleset.ProtectionLevel;
import java.util.List;
import java.util.Optional;

/**
 * A version of an asset: an entity in the sense of PROV-DM (domain 4.4). Immutable once sealed but for its state
 * (INV-A1); it carries the consents of all that it was derived from (INV-A8).
 */
public record AssetVersion(JsonObject json) implements Entry {

    /** {@code AVR!versionId}. */
    public static final EntryType<AssetVersion> TYPE = EntryType.record("AVR", "AssetVersion", AssetVersion::new);

    /** Most parents, bound consents and assets behind one version. */
    public static final int MOST = 64;

    /** The key of a version. */
    public static Key<AssetVersion> key(VersionId id) {
        return TYPE.key(id.value());
    }

    /** Its id. */
    public VersionId versionId() {
        return new VersionId(id());
    }

    /** The asset of which it is a version. */
    public AssetId assetId() {
        return new AssetId(json.text("assetId"));
    }

    /** Its asset and those of everything it was derived from. */
    public List<AssetId> assetIds() {
        return json.texts("assetIds").stream().map(AssetId::new).toList();
    }

    /** Whose it is. */
    public PartyId ownerId() {
        return new PartyId(json.text("ownerId"));
    }

    /** 0 for an original, else one more than the deepest parent. */
    public long depth() {
        return json.integer("depth");
    }

    /** What it was derived from. */
    public List<ParentEdge> parents() {
        return json.objects("parents").stream().map(ParentEdge::of).toList();
    }

    /** The version that it takes the place of. */
    public Optional<VersionId> replacesId() {
        return json.optionalText("replacesId").map(VersionId::new);
    }

    /** How far its records lead back to people. */
    public Identifiability identifiability() {
        return Identifiability.valueOf(json.text("identifiability"));
    }

    /** True if its records are personal information. */
    public boolean isPersonal() {
        return identifiability().isPersonal();
    }

    /** Its level of protection. */
    public ProtectionLevel protectionLevel() {
        return ProtectionLevel.valueOf(json.text("protectionLevel"));
    }

    /** The categories of data in it. */
    public List<String> dataCategories() {
        return json.texts("dataCategories");
    }

    /** The heads of PIPL Article 28 that it falls under. */
    public List<String> sensitiveRoots() {
        return json.texts("sensitiveRoots");
    }

    /** True if there is data of minors under fourteen in it. */
    public boolean containsMinors() {
        return json.flag("containsMinors");
    }

    /** True if special rules for minors are named (PIPL Article 31). */
    public boolean hasSpecialRules() {
        return json.has("specialRulesHash");
    }

    /** UTC milliseconds at which it must be gone. */
    public long retainUntilMs() {
        return json.integer("retainUntilMs");
    }

    /** The grants that it rests on. */
    public List<ConsentBinding> consents() {
        return json.objects("consents").stream().map(ConsentBinding::of).toList();
    }

    /** Its state. */
    public VersionState versionState() {
        return VersionState.valueOf(json.text("state"));
    }
}
