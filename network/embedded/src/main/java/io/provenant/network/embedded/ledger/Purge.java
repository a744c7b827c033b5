package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.rwset.Sha256;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.util.ArrayList;
import java.util.List;

/** A private key, known by its hash, of which nothing written up to a transaction may be kept. */
record Purge(String namespace, String collection, String keyHash, Version upTo) {

    static List<Purge> of(ReadWriteSet readWriteSet, Version version) {
        List<Purge> purges = new ArrayList<>();
        for (ReadWriteSet.OfNamespace namespace : readWriteSet.namespaces()) {
            for (ReadWriteSet.OfCollection collection : namespace.collections()) {
                collection.hashes().getHashedWritesList().stream()
                        .filter(write -> write.getIsPurge())
                        .map(write -> Space.keyOf(write.getKeyHash()))
                        .forEach(key ->
                                purges.add(new Purge(namespace.namespace(), collection.collection(), key, version)));
            }
        }
        return purges;
    }

    boolean isOf(String aNamespace, String aCollection, Version version) {
        return namespace.equals(aNamespace)
                && collection.equals(aCollection)
                && (version.block() < upTo.block()
                        || (version.block() == upTo.block() && version.transaction() <= upTo.transaction()));
    }

    /** Deletes the key of a state that is older than the purge, unless it was written again since. */
    void deleteIn(WorldState before, StateUpdates updates) {
        Space space = Space.ofPrivate(namespace, collection);
        before.range(space, "", "").forEachRemaining(entry -> {
            if (isKey(entry.key()) && updates.find(space, entry.key()).isEmpty()) {
                updates.delete(space, entry.key(), upTo);
            }
        });
    }

    boolean isKey(String key) {
        return Space.keyOf(Sha256.ofKey(key)).equals(keyHash);
    }
}
