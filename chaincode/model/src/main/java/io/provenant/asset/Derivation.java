package io.provenant.asset;

/** How a version came to be; all but an original have parents (INV-A2). */
public enum Derivation {
    ORIGINAL,
    DERIVED,
    INFERRED,
    GENERATED
}
