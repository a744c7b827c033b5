package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import java.util.Base64;

/**
 * What a log promises on intake: this commitment stands at this index, and an anchored head covers it in time.
 *
 * @param maxDelayS the seconds after which an omission can be reported
 */
public record Promise(LogOrigin origin, long index, Digest commit, long promisedMs, long maxDelayS) {

    /** The promise as JSON (domain 3a.11). */
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("origin", origin.value())
                .with("index", index)
                .with("commit", commit.hex())
                .with("promisedMs", promisedMs)
                .with("maxDelayS", maxDelayS);
    }

    /** The bytes that the log signs, {@code pvn/promise/v1}. */
    public byte[] signedBytes(MarketId market) {
        return Framing.of("pvn/promise/v1")
                .part(market.channel())
                .part(market.foundedTx())
                .part(toJson())
                .bytes();
    }

    /** The promise file, signed: what the sender of a record takes home. */
    public JsonObject file(MarketId market, LogKey key) {
        return JsonObject.empty()
                .with("v", 1)
                .with("docType", "Promise")
                .with("channel", market.channel())
                .with("foundedTx", market.foundedTx())
                .with("promise", toJson())
                .with("keyEpoch", key.keyEpoch())
                .with("alg", "ED25519")
                .with(
                        "signature",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signedBytes(market))));
    }
}
