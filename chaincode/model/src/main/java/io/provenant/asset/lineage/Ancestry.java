package io.provenant.asset.lineage;

import io.provenant.asset.AssetHead;
import io.provenant.asset.AssetId;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.DataAsset;
import io.provenant.ledger.Entry;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything behind a version that is to be sealed: its asset, its parents, and the assets behind these with their
 * heads. Nothing walks the graph: each parent carries what it inherited (determinism D20).
 */
final class Ancestry {

    private final DataAsset asset;
    private final List<AssetVersion> parents;
    private final SortedMap<AssetId, DataAsset> assets = new TreeMap<>();
    private final SortedMap<AssetId, List<AssetHead>> heads = new TreeMap<>();

    Ancestry(DataAsset asset, List<AssetVersion> parents, Ledger ledger) {
        this.asset = asset;
        this.parents = List.copyOf(parents);
        for (AssetId id : assetIds()) {
            assets.put(id, known(DataAsset.key(id), ledger));
            heads.put(
                    id,
                    List.of(
                            known(AssetHead.key(id, AssetHead.Slice.A), ledger),
                            known(AssetHead.key(id, AssetHead.Slice.X), ledger)));
        }
    }

    DataAsset asset() {
        return asset;
    }

    List<AssetVersion> parents() {
        return parents;
    }

    /** Its own asset and those of its parents (INV-A10). */
    SortedSet<AssetId> assetIds() {
        SortedSet<AssetId> ids = inheritedAssetIds();
        ids.add(asset.assetId());
        return ids;
    }

    /** The assets of its parents. */
    SortedSet<AssetId> inheritedAssetIds() {
        SortedSet<AssetId> ids = new TreeSet<>();
        parents.forEach(parent -> ids.addAll(parent.assetIds()));
        return ids;
    }

    /** All assets behind it. */
    Collection<DataAsset> assets() {
        return assets.values();
    }

    /** Both slices of an asset's head. */
    List<AssetHead> heads(AssetId id) {
        return heads.getOrDefault(id, List.of());
    }

    /** The heads of all assets behind it. */
    List<AssetHead> heads() {
        return heads.values().stream().flatMap(List::stream).toList();
    }

    /** INV-A2: one more than the deepest parent, so lineage has no cycle. */
    long depth() {
        return parents.stream()
                .mapToLong(AssetVersion::depth)
                .map(depth -> depth + 1)
                .max()
                .orElse(0);
    }

    private static <T extends Entry> T known(Key<T> key, Ledger ledger) {
        return ledger.get(key).orElseThrow(() -> new IllegalStateException("a version without " + key));
    }
}
