package io.provenant.consent;

/** How a consent was asked: with everything else, on its own, or in writing (PIPL Articles 14, 23, 29). */
public enum ConsentKind {
    GENERAL,
    SEPARATE,
    WRITTEN;

    /** True if it was asked on its own, in writing or not. */
    public boolean isSeparate() {
        return this != GENERAL;
    }
}
