package io.provenant.listing;

/** States of a list entry (domain 4.9). */
public enum EntryState {
    PROPOSED,
    NOTICED,
    PUBLISHED,
    DROPPED,
    REMOVED,
    REPAIRED
}
