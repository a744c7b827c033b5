package io.provenant.gateway.ledger.block;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction read and wrote in the namespace of one chaincode.
 *
 * @param reads each key with the version it had when it was endorsed
 * @param writes public writes, keys ascending
 * @param hashedWrites the public trace of private writes
 */
public record WriteSet(List<Read> reads, List<Write> writes, List<HashedWrite> hashedWrites) {

    /** Nothing. */
    public static final WriteSet EMPTY = new WriteSet(List.of(), List.of(), List.of());

    /** Copies the lists in. */
    public WriteSet {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        hashedWrites = List.copyOf(hashedWrites);
    }

    /** A key read, {@link KeyVersion#ABSENT} where it did not exist. */
    public record Read(String key, KeyVersion version) {}

    /** A key written; without a value it was deleted. */
    public record Write(String key, Optional<String> value) {}

    /**
     * A private key written in a collection; without a hash of its value it was deleted.
     *
     * @param keyHash SHA-256 of the key
     * @param valueHash SHA-256 of the value
     */
    public record HashedWrite(String collection, Digest keyHash, Optional<Digest> valueHash) {}

    /** The version at which a key was read, or nothing where it was not. */
    public Optional<KeyVersion> versionRead(String key) {
        return reads.stream()
                .filter(read -> read.key().equals(key))
                .map(Read::version)
                .findFirst();
    }
}
