package io.provenant.gateway.vault;

/**
 * Where an offered record stands now.
 *
 * @param index its place, or the place of the record that has its identity
 */
public record Placed(Kind kind, long index) {

    /** What became of the record. */
    public enum Kind {
        /** Kept and on disk. */
        STORED,
        /** The same identity and content was there already; nothing was written. */
        HELD,
        /** The identity was there with other content; nothing was written. */
        CONFLICT
    }
}
