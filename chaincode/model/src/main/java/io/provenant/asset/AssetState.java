package io.provenant.asset;

/** States of an asset. */
public enum AssetState {
    DECLARED,
    RETIRED
}
