package io.provenant.asset;

/** Where the owner has an asset's data from. */
public enum SourceKind {
    INTERNAL,
    USER_BEHAVIOUR,
    IOT,
    EXTERNAL,
    PUBLIC,
    WEB_COLLECTED
}
