package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.RecordVersion;
import java.util.Optional;

/**
 * Where a part of a list starts.
 *
 * @param height the height at which the list is read
 * @param last members that place the last item of the part before
 */
record Placing(long height, Optional<JsonObject> last) {

    static JsonObject byKey(RecordVersion item) {
        return JsonObject.empty().with("key", item.key());
    }

    static JsonObject byPosition(RecordVersion item) {
        return JsonObject.empty()
                .with("block", item.written().blockNumber())
                .with("txNo", item.written().txNumber());
    }

    static JsonObject byWrite(AuditRow item) {
        return JsonObject.empty()
                .with("block", item.written().blockNumber())
                .with("txNo", item.written().txNumber())
                .with("key", item.key());
    }

    String keyOr(String first) {
        return last.map(json -> json.text("key")).orElse(first);
    }

    long block() {
        return last.map(json -> json.integer("block")).orElse(Long.MAX_VALUE);
    }

    long txNo() {
        return last.map(json -> json.integer("txNo")).orElse((long) Integer.MAX_VALUE);
    }
}
