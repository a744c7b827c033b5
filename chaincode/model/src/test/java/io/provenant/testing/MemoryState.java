package io.provenant.testing;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.RecordSchema;
import io.provenant.ledger.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The world state as a sorted map; what a command wrote is applied to it at once, as a block of one would. */
public final class MemoryState implements State {

    private final SortedMap<String, String> values = new TreeMap<>();
    private final SortedMap<String, Digest> privateHashes = new TreeMap<>();

    /** A state of the same values, which changes for itself. */
    public MemoryState copy() {
        MemoryState copy = new MemoryState();
        copy.values.putAll(values);
        copy.privateHashes.putAll(privateHashes);
        return copy;
    }

    /** Applies the writes of an accepted command. */
    public void commit(Result.Success success) {
        success.writes().forEach(this::apply);
    }

    /** Sets a value, as if a transaction had; a record that names no schema is of the first. */
    public void put(String key, String value) {
        values.put(key, key.startsWith("RUS!") ? value : ofSchema(StrictJsonReader.parseObject(value)));
    }

    private static String ofSchema(JsonObject value) {
        return value.has("schemaVersion")
                ? value.canonical()
                : value.with("schemaVersion", RecordSchema.FIRST_VERSION).canonical();
    }

    /** Sets the hash of a private value, as if a deposit had. */
    public void putPrivateHash(String collection, String key, Digest hash) {
        privateHashes.put(collection + " " + key, hash);
    }

    /** All values, by key. */
    public SortedMap<String, String> values() {
        return values;
    }

    private void apply(Write write) {
        if (write instanceof Write.Put put) {
            values.put(put.key(), put.value());
        } else if (write instanceof Write.Delete delete) {
            values.remove(delete.key());
        } else if (write instanceof Write.PutPrivate put) {
            byte[] bytes = put.value().getBytes(StandardCharsets.UTF_8);
            putPrivateHash(put.collection(), put.key(), new TestDigests().digest(bytes));
        }
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public List<Row> range(String from, String to, int atMost) {
        return values.subMap(from, to).entrySet().stream()
                .limit(atMost)
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<Digest> privateHash(String collection, String key) {
        return Optional.ofNullable(privateHashes.get(collection + " " + key));
    }
}
