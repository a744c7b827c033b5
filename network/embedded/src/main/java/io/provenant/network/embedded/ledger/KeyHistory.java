package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.Version;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which transactions wrote each public key: a chain from the newest to the first. */
final class KeyHistory {

    /** A key in the namespace of a chaincode. */
    record Key(String namespace, String key) {}

    /** A write and the one before it. */
    record Change(Version version, @Nullable Change previous) {}

    private final Map<Key, Change> newest = new ConcurrentHashMap<>();

    void add(ReadWriteSet readWriteSet, Version version) {
        for (ReadWriteSet.OfNamespace namespace : readWriteSet.namespaces()) {
            namespace
                    .keys()
                    .getWritesList()
                    .forEach(write -> add(new Key(namespace.namespace(), write.getKey()), version));
        }
    }

    void add(Key key, Version version) {
        newest.compute(key, (same, before) -> new Change(version, before));
    }

    @Nullable
    Change newest(String namespace, String key) {
        return newest.get(new Key(namespace, key));
    }

    Map<Key, Change> all() {
        return Collections.unmodifiableMap(newest);
    }
}
