package io.provenant.asset;

/** States of a version (domain 4.4). */
public enum VersionState {
    SEALED,
    AVAILABLE,
    SUSPENDED,
    SUPERSEDED,
    RETIRED,
    DESTROYED;

    /** True if a child may be built on a version in this state. */
    public boolean carriesChildren() {
        return this == SEALED || this == AVAILABLE || this == SUPERSEDED;
    }
}
