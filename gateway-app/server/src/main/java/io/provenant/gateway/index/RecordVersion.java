package io.provenant.gateway.index;

import io.provenant.canonical.JsonObject;
import java.util.Optional;

/**
 * One state of one record, as a transaction left it.
 *
 * @param key the key in the world state, {@code TYPE!id}
 * @param value the stored object; absent where the transaction deleted the key
 */
public record RecordVersion(String key, String docType, Optional<JsonObject> value, Written written) {

    /** The three letters that start the key. */
    public String type() {
        return key.substring(0, 3);
    }

    /** The key without its type. */
    public String id() {
        return key.substring(4);
    }
}
