package io.provenant.proof;

import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.attestation.AttestResponse.Version;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.attestation.AttestedState;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.note.LogPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one attestation that holds says of one log: the keys that it had, and how far its head was. Of anything that the
 * log signed later it says nothing: a key that it does not know can only have begun at its head or after (domain 4.8).
 */
final class LogStatement {

    /** Of two statements the one that was made later is the newer; where its record stood the same, they are equal. */
    static final Comparator<LogStatement> BY_AGE = Comparator.comparingLong(
                    (LogStatement statement) -> statement.version.blockNumber())
            .thenComparingLong(statement -> statement.version.transactionNumber());

    private final String name;
    private final SortedMap<Long, LogPublicKey> keys = new TreeMap<>();
    private final SortedMap<Long, Long> fromSize = new TreeMap<>();
    private final SortedMap<Long, Long> revokedFromSize = new TreeMap<>();
    private final long headSize;
    private final Version version;

    private LogStatement(LogOrigin origin, JsonObject log, long headSize, Version version) {
        this.name = "LOG!" + origin;
        this.headSize = headSize;
        this.version = version;
        TrustedMarket.requireEqual("docType of " + name, "Log", log.text("docType"));
        TrustedMarket.requireEqual("id of " + name, origin.value(), log.text("id"));
        for (JsonObject row : log.objects("keys")) {
            long epoch = row.integer("keyEpoch");
            keys.put(epoch, LogPublicKey.of(origin, StrictBase64.fromUrl(row.text("publicKey"))));
            fromSize.put(epoch, row.integer("fromSize"));
            row.optionalInteger("revokedFromSize").ifPresent(size -> revokedFromSize.put(epoch, size));
        }
    }

    /**
     * What the attestation says; one that does not cover all of {@link #keysOf}, or is from before the log was opened, is
     * an {@link IllegalArgumentException}.
     */
    static LogStatement of(LogOrigin origin, AttestationFile file, String chaincode) {
        AttestedState state = file.response().state();
        keysOf(origin).forEach(state::entry);
        String name = "LOG!" + origin;
        JsonObject log = state.entry(name).orElseThrow(() -> new IllegalArgumentException("attested absent: " + name));
        long headSize =
                state.entry("LHD!" + origin).map(head -> head.integer("size")).orElse(0L);
        Version version = Optional.ofNullable(file.response().reads(chaincode).get(name))
                .flatMap(read -> read)
                .orElseThrow(() -> new IllegalArgumentException("no version of " + name + " was read"));
        return new LogStatement(origin, log, headSize, version);
    }

    /** The keys of which one attestation says all that a receipt of this log needs. */
    static List<String> keysOf(LogOrigin origin) {
        return List.of("EQV!" + origin, "LHD!" + origin, "LOG!" + origin);
    }

    /** True if the attestation shows an equivocation of the log, whatever else it covers. */
    static boolean showsEquivocation(LogOrigin origin, AttestationFile file) {
        return file.response()
                .state()
                .entries()
                .getOrDefault("EQV!" + origin, Optional.empty())
                .isPresent();
    }

    /** The log's record. */
    String name() {
        return name;
    }

    /** The keys by epoch, those that were revoked included: what they signed before binds the owner (domain 3a.11). */
    SortedMap<Long, LogPublicKey> keys() {
        return keys;
    }

    /** True if every key that could sign at this size, or for an entry at this index, was known by then. */
    boolean isPast(long place) {
        return place < headSize;
    }

    /** A line for each key that was revoked. */
    List<String> revocations() {
        return revokedFromSize.entrySet().stream()
                .map(key -> "key of epoch " + key.getKey() + " was revoked from size " + key.getValue()
                        + " on: later checkpoints are refused, earlier ones and promises stay binding")
                .toList();
    }

    /** Why a key was not in force at this size, if it was not: it binds the log, and no peer takes such a head. */
    Optional<String> outOfForce(LogPublicKey key, long size) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .filter(epoch -> !isInForce(epoch, size))
                .map(epoch -> "the key of epoch " + epoch + " was not in force at size " + size)
                .findFirst();
    }

    private boolean isInForce(long epoch, long size) {
        boolean hasBegun = fromSize.getOrDefault(epoch, 0L) <= size;
        return hasBegun && fromSize.tailMap(epoch + 1).values().stream().noneMatch(next -> next < size);
    }
}
