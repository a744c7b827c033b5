package io.provenant.asset;

/** The id of a version of an asset, a UUID. */
public record VersionId(String value) implements Comparable<VersionId> {

    @Override
    public int compareTo(VersionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
