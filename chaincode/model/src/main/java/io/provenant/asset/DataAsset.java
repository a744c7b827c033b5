package io.provenant.asset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import java.util.List;

/** Data as its owner declared it (domain 4.4); its versions are at least as strict. */
public record DataAsset(JsonObject json) implements Entry {

    /** {@code AST!assetId}. */
    public static final EntryType<DataAsset> TYPE = EntryType.record("AST", "DataAsset", DataAsset::new);

    /** The key of an asset. */
    public static Key<DataAsset> key(AssetId id) {
        return TYPE.key(id.value());
    }

    /** Its id. */
    public AssetId assetId() {
        return new AssetId(id());
    }

    /** Whose it is. */
    public PartyId ownerId() {
        return new PartyId(json.text("ownerId"));
    }

    /** The form of its data. */
    public DataStructure structure() {
        return DataStructure.valueOf(json.text("structure"));
    }

    /** The sector it belongs to. */
    public String sectorCode() {
        return json.text("sectorCode");
    }

    /** Its grade. */
    public NationalGrade nationalGrade() {
        return NationalGrade.valueOf(json.text("nationalGrade"));
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

    /** The regimes it names for itself, beside the market's. */
    public List<String> regimes() {
        return json.has("regimes") ? json.texts("regimes") : List.of();
    }

    /** True in state DECLARED. */
    public boolean isDeclared() {
        return state().filter(AssetState.DECLARED.name()::equals).isPresent();
    }
}
