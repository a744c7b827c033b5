package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.rwset.ReadWriteSetBuilder;
import io.provenant.network.embedded.state.KeyMetadata;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.WorldState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * One run of the chaincode on the state after the last block; whatever commits meanwhile, it is not seen, and own
 * writes are not either. For one thread at a time. Every refusal is a {@link LedgerException} with a peer's text.
 */
public final class Simulation {

    private final SimulationRequest request;
    private final SimulationView view;
    private final WorldState state;
    private final String namespace;
    private final ReadWriteSetBuilder readWriteSet = new ReadWriteSetBuilder();
    private final List<RangeSource> ranges = new ArrayList<>();
    private final Interest interest;
    private final PrivateAccess access;
    private boolean hasWritten;
    private boolean hasQueriedPrivately;
    private boolean isFinished;

    Simulation(SimulationRequest request, SimulationView view) {
        this.request = request;
        this.view = view;
        this.state = view.state();
        this.namespace = view.rules().name();
        this.interest = new Interest(namespace);
        this.access = new PrivateAccess(view, request, this::readDefinition);
        readDefinition(view.lifecycle().sequenceKey());
    }

    public Optional<ByteString> get(String key) {
        checkOpen();
        return read(key).map(StateValue::value);
    }

    /** Writes a value; an empty one deletes the key. */
    public void put(String key, ByteString value) {
        beforeWrite();
        readWriteSet.write(namespace, key, value);
        interest.write("", key, metadataOf(Space.ofPublic(namespace), key));
    }

    public void delete(String key) {
        put(key, ByteString.EMPTY);
    }

    /** Keys from {@code from} (included) to {@code to} (excluded, all where empty). */
    public Scan<KV> range(String from, String to) {
        checkOpen();
        RangeSource range = new RangeSource(namespace, from, to, state.range(Space.ofPublic(namespace), from, to));
        ranges.add(range);
        return new BatchedScan<>(() -> {
            checkOpen();
            return range.next();
        });
    }

    /** All committed values of a key, the newest first; leaves no trace in the read set. */
    public Scan<KeyModification> history(String key) {
        checkOpen();
        return new BatchedScan<>(new HistorySource(
                namespace, key, view.history().newest(namespace, key), state.height(), view.blocks()));
    }

    /** A key's metadata: its own policy under {@code VALIDATION_PARAMETER}. */
    public SortedMap<String, ByteString> metadata(String key) {
        checkOpen();
        return KeyMetadata.decode(read(key).map(StateValue::metadata).orElse(ByteString.EMPTY));
    }

    public void putMetadata(String key, String name, ByteString value) {
        beforeWrite();
        readWriteSet.writeMetadata(namespace, key, single(name, value));
        interest.write("", key, metadataOf(Space.ofPublic(namespace), key));
    }

    /** A private value; only peers of the collection's organisations have it. */
    public Optional<ByteString> getPrivate(String collection, String key) {
        access.checkRead(collection);
        checkOpen();
        Optional<StateValue> value = access.value(collection, key);
        readWriteSet.readHash(namespace, collection, key, value.map(StateValue::version));
        interest.readPrivate(collection);
        return value.map(StateValue::value);
    }

    /** The SHA-256 of a private value, which every peer knows. */
    public Optional<ByteString> getPrivateHash(String collection, String key) {
        access.checkExists(collection);
        checkOpen();
        return readHash(collection, key).map(StateValue::value);
    }

    public void putPrivate(String collection, String key, ByteString value) {
        beforePrivateWrite(collection);
        readWriteSet.writePrivate(namespace, collection, key, value);
        interest.write(collection, key, access.metadata(collection, key));
    }

    public void deletePrivate(String collection, String key) {
        putPrivate(collection, key, ByteString.EMPTY);
    }

    /** Deletes a private value and everything that was ever kept of it. */
    public void purgePrivate(String collection, String key) {
        beforePrivateWrite(collection);
        readWriteSet.purgePrivate(namespace, collection, key);
        interest.write(collection, key, access.metadata(collection, key));
    }

    /** Private keys in a range; leaves no trace in the read set, and afterwards no write is allowed. */
    public Scan<KV> privateRange(String collection, String from, String to) {
        access.checkReadPermission(collection);
        if (hasWritten) {
            throw new LedgerException("txid [" + request.txId() + "]: unsuppored transaction. Queries on pvt data is"
                    + " supported only in a read-only transaction");
        }
        hasQueriedPrivately = true;
        access.checkExists(collection);
        checkOpen();
        Iterator<KV> results = access.range(collection, from, to);
        return new BatchedScan<>(() -> results.hasNext() ? Optional.of(results.next()) : Optional.empty());
    }

    public SortedMap<String, ByteString> privateMetadata(String collection, String key) {
        access.checkRead(collection);
        checkOpen();
        return KeyMetadata.decode(
                readHash(collection, key).map(StateValue::metadata).orElse(ByteString.EMPTY));
    }

    public void putPrivateMetadata(String collection, String key, String name, ByteString value) {
        beforePrivateWrite(collection);
        readWriteSet.writePrivateMetadata(namespace, collection, key, single(name, value));
        interest.write(collection, key, access.metadata(collection, key));
    }

    /** What was read and written; can be asked for once. */
    public SimulationResult finish() {
        if (isFinished) {
            throw new LedgerException("this function should only be called once on a transaction simulator instance");
        }
        isFinished = true;
        ranges.forEach(range -> range.addTo(readWriteSet));
        TxReadWriteSet open = readWriteSet.publicSet();
        boolean hasOwn = open.getNsRwsetList().stream()
                .anyMatch(found -> found.getNamespace().equals(namespace));
        return new SimulationResult(open.toByteString(), readWriteSet.privateSet(), interest.build(hasOwn));
    }

    private Optional<StateValue> read(String key) {
        Optional<StateValue> value = state.get(Space.ofPublic(namespace), key);
        readWriteSet.read(namespace, key, value.map(StateValue::version));
        return value;
    }

    private Optional<StateValue> readHash(String collection, String key) {
        Optional<StateValue> value = access.hash(collection, key);
        readWriteSet.readHash(namespace, collection, key, value.map(StateValue::version));
        return value;
    }

    private void readDefinition(String key) {
        Optional<StateValue> value = state.get(Space.ofPublic(Lifecycle.NAMESPACE), key);
        readWriteSet.read(Lifecycle.NAMESPACE, key, value.map(StateValue::version));
    }

    private ByteString metadataOf(Space space, String key) {
        return state.get(space, key).map(StateValue::metadata).orElse(ByteString.EMPTY);
    }

    private void beforePrivateWrite(String collection) {
        access.checkWrite(collection);
        beforeWrite();
    }

    private void beforeWrite() {
        checkOpen();
        if (hasQueriedPrivately) {
            throw new LedgerException("txid [" + request.txId() + "]: unsuppored transaction. Transaction has already"
                    + " performed queries on pvt data. Writes are not allowed");
        }
        hasWritten = true;
    }

    private void checkOpen() {
        if (isFinished) {
            throw new LedgerException("this instance should not be used after calling Done()");
        }
    }

    private static SortedMap<String, ByteString> single(String name, ByteString value) {
        SortedMap<String, ByteString> metadata = new TreeMap<>();
        metadata.put(name, value);
        return metadata;
    }
}
