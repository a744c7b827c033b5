package io.provenant.proof;

import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.note.LogPublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of a log by epoch: out of an attested {@code LOG} record, or one that the verifier was given, which stands
 * for every epoch. A key that was revoked stays the log's: what it signed before binds the owner (domain 3a.11).
 */
final class LogKeys {

    private final String source;
    private final Optional<LogPublicKey> given;
    private final SortedMap<Long, LogPublicKey> byEpoch = new TreeMap<>();
    private final SortedMap<Long, Long> revokedFromSize = new TreeMap<>();

    private LogKeys(String source, Optional<LogPublicKey> given) {
        this.source = source;
        this.given = given;
    }

    static LogKeys given(LogPublicKey key) {
        return new LogKeys("--log-key", Optional.of(key));
    }

    static LogKeys attested(LogOrigin origin, JsonObject log) {
        TrustedMarket.requireEqual("docType of LOG!" + origin, "Log", log.text("docType"));
        TrustedMarket.requireEqual("id of LOG!" + origin, origin.value(), log.text("id"));
        LogKeys keys = new LogKeys("the attested LOG!" + origin, Optional.empty());
        for (JsonObject key : log.objects("keys")) {
            byte[] raw = StrictBase64.fromUrl(key.text("publicKey"));
            long epoch = key.integer("keyEpoch");
            keys.byEpoch.put(epoch, LogPublicKey.of(origin, raw));
            key.optionalInteger("revokedFromSize").ifPresent(size -> keys.revokedFromSize.put(epoch, size));
        }
        return keys;
    }

    LogPublicKey ofEpoch(LogOrigin origin, long epoch) {
        LogPublicKey key = given.isPresent() ? given.get() : byEpoch.get(epoch);
        if (key == null) {
            throw new IllegalArgumentException(source + " has no key of epoch " + epoch);
        }
        TrustedMarket.requireEqual("log of the key", origin, key.origin());
        return key;
    }

    Collection<LogPublicKey> all() {
        return given.<Collection<LogPublicKey>>map(List::of).orElse(byEpoch.values());
    }

    String source() {
        return source;
    }

    /** True if the verifier was given the key: then no epoch can be checked. */
    boolean isGiven() {
        return given.isPresent();
    }

    /** A line for each key that was revoked. */
    List<String> revocations() {
        return revokedFromSize.entrySet().stream()
                .map(key -> "key of epoch " + key.getKey() + " was revoked from size " + key.getValue()
                        + " on: later checkpoints are refused, earlier ones and promises stay binding")
                .toList();
    }
}
