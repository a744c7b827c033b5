package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import java.util.Optional;

/** A stored value (domain 3a.3), read through a record of its own type. */
public interface Entry {

    /** The whole stored object. */
    JsonObject json();

    /** The key without its type. */
    default String id() {
        return json().text("id");
    }

    /** Counts the writes of this key, from 1. */
    default long rev() {
        return json().integer("rev");
    }

    /** The state, for records that have one. */
    default Optional<String> state() {
        return json().optionalText("state");
    }

    /** UTC milliseconds from which the last write counts; never before the previous one's. */
    default long effectiveMs() {
        return json().integer("effectiveMs");
    }

    /** UTC milliseconds of the transaction that created the record. */
    default long createdMs() {
        return json().integer("createdMs");
    }
}
