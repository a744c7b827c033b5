package io.provenant.asset;

/** The id of a data asset, such as {@code ast-med}. */
public record AssetId(String value) implements Comparable<AssetId> {

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
