package io.provenant.gateway.vault;

/**
 * How a vault lays out its files.
 *
 * @param segmentBytes a segment that has grown past this is followed by a new one
 */
public record VaultSettings(long segmentBytes) {

    /** Segments of 64 MiB. */
    public static VaultSettings usual() {
        return new VaultSettings(64L << 20);
    }
}
