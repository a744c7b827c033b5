package io.provenant.proof;

import io.provenant.canonical.Digests;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.note.SignedNote;
import io.provenant.proof.promise.SignedPromise;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a log: what the ledger attests comes before what the verifier was told, for all that the newest statement
 * can know of. Of what the log signed later it says nothing, and the key that the verifier was given counts.
 */
final class LogKeys {

    private static final String GIVEN = "--log-key";

    private final Optional<LogStatement> attested;
    private final boolean isOwn;
    private final Optional<LogPublicKey> given;
    private final Digests digests;

    /**
     * The keys of one log.
     *
     * @param attested the newest statement of the log, if there is one
     * @param isOwn true if the receipt itself holds an attestation: then its maker says that no key is missing
     * @param given a key that the verifier was given, which stands for every epoch
     */
    LogKeys(Optional<LogStatement> attested, boolean isOwn, Optional<LogPublicKey> given, Digests digests) {
        this.attested = attested;
        this.isOwn = isOwn;
        this.given = given;
        this.digests = digests;
    }

    /** A key and where it is from. */
    record Candidate(LogPublicKey key, String source) {}

    /** The key of the promise's epoch; a promise of an epoch that the log does not have is refused. */
    Candidate of(SignedPromise file) {
        Candidate found = attested(file)
                .or(() -> isDecided(file.promise().index()) ? Optional.empty() : given())
                .orElseThrow(() -> new IllegalArgumentException(source() + " has no key of epoch " + file.keyEpoch()));
        LogOrigin origin = found.key().origin();
        TrustedMarket.requireEqual("log of the key", file.promise().origin(), origin);
        return found;
    }

    /** The keys that the note names; a note that names none of the log's is refused. */
    List<Candidate> of(SignedNote note) {
        List<Candidate> known = attested(note);
        List<Candidate> found = known.isEmpty() && !isDecided(note.checkpoint().size())
                ? given().filter(given -> isNamed(given.key(), note)).stream().toList()
                : known;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no signature of the note carries the name and id of a key of "
                    + (isDecided(note.checkpoint().size()) ? source() : GIVEN));
        }
        return found;
    }

    /** True if the newest statement is older than the promise and knows no key of its epoch, and no other key is there. */
    boolean saysNothingOf(SignedPromise file) {
        return given.isEmpty()
                && attested(file).isEmpty()
                && !isDecided(file.promise().index());
    }

    /** True if the newest statement is older than the checkpoint and knows no key that it names, and no other is there. */
    boolean saysNothingOf(SignedNote note) {
        return given.isEmpty()
                && attested(note).isEmpty()
                && !isDecided(note.checkpoint().size());
    }

    /** True if the key of the promise is the verifier's own: then its epoch cannot be checked. */
    boolean isGiven(SignedPromise file) {
        return given.isPresent() && attested(file).isEmpty();
    }

    /** A line for each key that was revoked. */
    List<String> revocations() {
        return attested.map(LogStatement::revocations).orElse(List.of());
    }

    /** Why the key that signed the note was not in force at its size, if the newest statement says so. */
    Optional<String> outOfForce(SignedNote note) {
        return attested.flatMap(log -> attested(note).stream()
                .flatMap(candidate ->
                        log.outOfForce(candidate.key(), note.checkpoint().size()).stream())
                .findFirst());
    }

    private Optional<Candidate> attested(SignedPromise file) {
        return attested.map(log -> log.keys().get(file.keyEpoch())).map(key -> new Candidate(key, source()));
    }

    private List<Candidate> attested(SignedNote note) {
        return attested.map(LogStatement::keys).stream()
                .flatMap(keys -> keys.values().stream())
                .filter(key -> isNamed(key, note))
                .map(key -> new Candidate(key, source()))
                .toList();
    }

    private boolean isNamed(LogPublicKey key, SignedNote note) {
        return key.origin().equals(note.checkpoint().origin()) && note.names(key, digests);
    }

    private boolean isDecided(long place) {
        return attested.filter(log -> isOwn || log.isPast(place)).isPresent();
    }

    private Optional<Candidate> given() {
        return given.map(key -> new Candidate(key, GIVEN));
    }

    private String source() {
        return attested.map(log -> "the attested " + log.name()).orElse(GIVEN);
    }
}
