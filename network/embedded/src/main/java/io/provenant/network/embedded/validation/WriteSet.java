package io.provenant.network.embedded.validation;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.rwset.Writes;
import io.provenant.network.embedded.state.KeyMetadata;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.jspecify.annotations.Nullable;

/**
 * Applies a valid transaction's writes. A value keeps the key's metadata, metadata keeps the key's value and gives it a
 * new version, a deletion takes both; metadata of a key that is not there is dropped.
 */
public final class WriteSet {

    private record Key(Space space, String key) {}

    private static final class Change {
        private boolean isDelete;
        private @Nullable ByteString value;
        private @Nullable ByteString metadata;
    }

    private final Map<Key, Change> changes = new LinkedHashMap<>();

    private WriteSet() {}

    public static void apply(ReadWriteSet readWriteSet, Version version, WorldState before, StateUpdates updates) {
        WriteSet writes = new WriteSet();
        readWriteSet.namespaces().forEach(writes::collect);
        writes.changes.forEach((key, change) -> apply(key, change, version, before, updates));
    }

    private void collect(ReadWriteSet.OfNamespace namespace) {
        Space space = Space.ofPublic(namespace.namespace());
        namespace
                .keys()
                .getWritesList()
                .forEach(write -> write(space, write.getKey(), Writes.isDelete(write), write.getValue()));
        namespace
                .keys()
                .getMetadataWritesList()
                .forEach(write -> writeMetadata(space, write.getKey(), write.getEntriesList()));
        namespace.collections().forEach(collection -> collect(namespace.namespace(), collection));
    }

    private void collect(String namespace, ReadWriteSet.OfCollection collection) {
        Space space = Space.ofHashes(namespace, collection.collection());
        collection
                .hashes()
                .getHashedWritesList()
                .forEach(write ->
                        write(space, Space.keyOf(write.getKeyHash()), Writes.isDelete(write), write.getValueHash()));
        collection
                .hashes()
                .getMetadataWritesList()
                .forEach(write -> writeMetadata(space, Space.keyOf(write.getKeyHash()), write.getEntriesList()));
    }

    private void write(Space space, String key, boolean isDelete, ByteString value) {
        Change change = change(space, key);
        change.isDelete |= isDelete;
        change.value = value;
    }

    private void writeMetadata(Space space, String key, List<KVMetadataEntry> entries) {
        change(space, key).metadata = entries.isEmpty() ? ByteString.EMPTY : KeyMetadata.encode(entries);
    }

    private Change change(Space space, String key) {
        return changes.computeIfAbsent(new Key(space, key), missing -> new Change());
    }

    private static void apply(Key key, Change change, Version version, WorldState before, StateUpdates updates) {
        if (change.isDelete) {
            updates.delete(key.space, key.key, version);
            return;
        }
        Optional<StateUpdates.Update> earlier = updates.find(key.space, key.key);
        Optional<StateValue> current = earlier.isPresent() ? earlier.get().value() : before.get(key.space, key.key);
        ByteString value = change.value != null
                ? change.value
                : current.map(StateValue::value).orElse(null);
        if (value != null) {
            ByteString kept = current.map(StateValue::metadata).orElse(ByteString.EMPTY);
            ByteString metadata = change.metadata != null ? change.metadata : kept;
            updates.put(key.space, key.key, value, metadata, version);
        }
    }
}
