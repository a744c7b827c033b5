package io.provenant.gateway.index;

/** Look-ups by something else than the key; the id given is that of the thing after {@code OF}. */
public enum Relation {
    /** Sealed versions that bind a consent. */
    VERSIONS_OF_CONSENT,
    /** Versions derived directly from a version. */
    CHILDREN_OF_VERSION,
    /** Decisions on requests that name a version. */
    DECISIONS_OF_VERSION,
    /** List entries about a party. */
    LIST_ENTRIES_OF_PARTY
}
