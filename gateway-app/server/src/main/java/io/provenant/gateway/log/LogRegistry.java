package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import java.util.Optional;

/** Which logs are open on the ledger; bound to the index at the wiring. */
public interface LogRegistry {

    /**
     * A log that is open on the ledger.
     *
     * @param record its {@code LOG} value
     */
    record Entry(MarketId market, JsonObject record) {

        /** The longest delay that its promises name, in seconds. */
        public long maxDelayS() {
            return record.integer("maxDelayS");
        }

        /** The epoch in which this key, base64url, signs; nothing for a key that is not the log's or was revoked. */
        public Optional<Integer> epochOf(String publicKey) {
            return record.objects("keys").stream()
                    .filter(key -> key.text("publicKey").equals(publicKey) && !key.has("revokedFromSize"))
                    .map(key -> Math.toIntExact(key.integer("keyEpoch")))
                    .reduce((first, last) -> last);
        }
    }

    /** The log, where it is open and its market founded. */
    Optional<Entry> find(LogOrigin origin);
}
