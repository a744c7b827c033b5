package io.provenant.listing;

/** On what an entry rests: on law, which only authorities apply, or on an association's own rules. */
public enum ListKind {
    STATUTORY,
    SELF_REGULATORY
}
