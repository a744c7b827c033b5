package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;

/**
 * One run of the chaincode on the state after the last block; whatever commits meanwhile, it is not seen, and own
 * writes are not either. For one thread at a time. Every refusal is a {@link LedgerException} with a peer's text.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Simulation {

    Simulation() {}

    public Optional<ByteString> get(String key) {
        throw new UnsupportedOperationException(key);
    }

    /** Writes a value; an empty one deletes the key. */
    public void put(String key, ByteString value) {
        throw new UnsupportedOperationException(key);
    }

    public void delete(String key) {
        throw new UnsupportedOperationException(key);
    }

    /** Keys from {@code from} (included) to {@code to} (excluded, all where empty). */
    public Scan<KV> range(String from, String to) {
        throw new UnsupportedOperationException(from + to);
    }

    /** All committed values of a key, the newest first. */
    public Scan<KeyModification> history(String key) {
        throw new UnsupportedOperationException(key);
    }

    /** A key's metadata: its own policy under {@code VALIDATION_PARAMETER}. */
    public SortedMap<String, ByteString> metadata(String key) {
        throw new UnsupportedOperationException(key);
    }

    public void putMetadata(String key, String name, ByteString value) {
        throw new UnsupportedOperationException(key + name + value);
    }

    public Optional<ByteString> getPrivate(String collection, String key) {
        throw new UnsupportedOperationException(collection + key);
    }

    /** The SHA-256 of a private value, which every peer knows. */
    public Optional<ByteString> getPrivateHash(String collection, String key) {
        throw new UnsupportedOperationException(collection + key);
    }

    public void putPrivate(String collection, String key, ByteString value) {
        throw new UnsupportedOperationException(collection + key + value);
    }

    public void deletePrivate(String collection, String key) {
        throw new UnsupportedOperationException(collection + key);
    }

    /** Deletes a private value and everything that was ever kept of it. */
    public void purgePrivate(String collection, String key) {
        throw new UnsupportedOperationException(collection + key);
    }

    /** Private keys in a range; afterwards no write is allowed. */
    public Scan<KV> privateRange(String collection, String from, String to) {
        throw new UnsupportedOperationException(collection + from + to);
    }

    public SortedMap<String, ByteString> privateMetadata(String collection, String key) {
        throw new UnsupportedOperationException(collection + key);
    }

    public void putPrivateMetadata(String collection, String key, String name, ByteString value) {
        throw new UnsupportedOperationException(collection + key + name + value);
    }

    /** What was read and written; can be asked for once. */
    public SimulationResult finish() {
        throw new UnsupportedOperationException();
    }
}
