package io.provenant.gateway.index;

import io.provenant.canonical.JsonObject;
import java.util.List;

/**
 * A transaction of a block, valid or not.
 *
 * @param validationCode Fabric's name of it, {@code VALID} for one that counts
 * @param facts {@code {key, rev, fact}} of the event of a valid one
 */
public record TransactionRow(Written written, String validationCode, List<JsonObject> facts) {

    /** Copies the facts in. */
    public TransactionRow {
        facts = List.copyOf(facts);
    }
}
