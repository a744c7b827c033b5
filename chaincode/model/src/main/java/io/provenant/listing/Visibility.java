package io.provenant.listing;

/** Who is shown a published entry. */
public enum Visibility {
    PUBLIC,
    MEMBERS
}
