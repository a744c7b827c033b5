package io.provenant.ledger;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The raw world state as the rules need it: what a peer's stub, the gateway's index and a sorted map in a test all
 * have. Rules never see it; they read through {@link Ledger}, which records.
 */
public interface State {

    /** The value at this key, canonical JSON, or nothing. */
    Optional<String> get(String key);

    /** At most this many rows from {@code from} (inclusive) to {@code to} (exclusive), in key order. */
    List<Row> range(String from, String to, int atMost);

    /** SHA-256 of the private value at this key, equal on every peer; the value itself is never read. */
    Optional<Digest> privateHash(String collection, String key);

    /** A key and its value. */
    record Row(String key, String value) {}
}
