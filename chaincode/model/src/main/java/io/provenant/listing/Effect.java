package io.provenant.listing;

/** What an entry asks decisions to do; the rule set may make it weaker, never stronger (INV-P8). */
public enum Effect {
    DENY,
    REVIEW,
    GREEN,
    NONE
}
