package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.rwset.Sha256;
import io.provenant.network.embedded.rwset.Writes;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** What is done with private write sets: parts taken out of them, and their writes put into the state. */
final class PrivateWrites {

    private PrivateWrites() {}

    /** The set with only some collections; empty where none is left. */
    static Optional<TxPvtReadWriteSet> only(
            TxPvtReadWriteSet writes, BiPredicate<String, CollectionPvtReadWriteSet> isWanted) {
        TxPvtReadWriteSet.Builder wanted = writes.toBuilder().clearNsPvtRwset();
        for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
            List<CollectionPvtReadWriteSet> collections = namespace.getCollectionPvtRwsetList().stream()
                    .filter(collection -> isWanted.test(namespace.getNamespace(), collection))
                    .toList();
            if (!collections.isEmpty()) {
                wanted.addNsPvtRwset(
                        namespace.toBuilder().clearCollectionPvtRwset().addAllCollectionPvtRwset(collections));
            }
        }
        return wanted.getNsPvtRwsetCount() == 0 ? Optional.empty() : Optional.of(wanted.build());
    }

    static void apply(TxPvtReadWriteSet writes, Version version, StateUpdates updates) {
        for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
            for (CollectionPvtReadWriteSet collection : namespace.getCollectionPvtRwsetList()) {
                Space space = Space.ofPrivate(namespace.getNamespace(), collection.getCollectionName());
                parse(collection).getWritesList().forEach(write -> apply(space, write, version, updates));
            }
        }
    }

    /** The set without what a purge forbids to keep; empty where nothing is left. */
    static Optional<TxPvtReadWriteSet> without(TxPvtReadWriteSet writes, Version version, List<Purge> purges) {
        TxPvtReadWriteSet.Builder kept = writes.toBuilder();
        for (NsPvtReadWriteSet.Builder namespace : kept.getNsPvtRwsetBuilderList()) {
            for (CollectionPvtReadWriteSet.Builder collection : namespace.getCollectionPvtRwsetBuilderList()) {
                List<Purge> matching = purges.stream()
                        .filter(purge -> purge.isOf(namespace.getNamespace(), collection.getCollectionName(), version))
                        .toList();
                collection.setRwset(without(parse(collection.build()), matching));
            }
        }
        return only(
                kept.build(), (namespace, collection) -> !collection.getRwset().isEmpty());
    }

    /** Of several sets for one transaction those parts that its hashes stand for; empty where there is none. */
    static Optional<TxPvtReadWriteSet> matching(ReadWriteSet readWriteSet, List<TxPvtReadWriteSet> retained) {
        TxPvtReadWriteSet.Builder found = TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        for (ReadWriteSet.OfNamespace namespace : readWriteSet.namespaces()) {
            NsPvtReadWriteSet.Builder parts = NsPvtReadWriteSet.newBuilder().setNamespace(namespace.namespace());
            for (ReadWriteSet.OfCollection collection : namespace.collections()) {
                retained.stream()
                        .flatMap(set -> set.getNsPvtRwsetList().stream())
                        .filter(set -> set.getNamespace().equals(namespace.namespace()))
                        .flatMap(set -> set.getCollectionPvtRwsetList().stream())
                        .filter(part -> isHashedIn(collection, part))
                        .findFirst()
                        .ifPresent(parts::addCollectionPvtRwset);
            }
            if (parts.getCollectionPvtRwsetCount() > 0) {
                found.addNsPvtRwset(parts);
            }
        }
        return found.getNsPvtRwsetCount() == 0 ? Optional.empty() : Optional.of(found.build());
    }

    private static boolean isHashedIn(ReadWriteSet.OfCollection collection, CollectionPvtReadWriteSet part) {
        return part.getCollectionName().equals(collection.collection())
                && Sha256.of(part.getRwset()).equals(collection.privateSetHash());
    }

    private static ByteString without(KVRWSet set, List<Purge> purges) {
        KVRWSet.Builder kept = set.toBuilder().clearWrites().clearMetadataWrites();
        set.getWritesList().stream()
                .filter(write -> purges.stream().noneMatch(purge -> purge.isKey(write.getKey())))
                .forEach(kept::addWrites);
        set.getMetadataWritesList().stream()
                .filter(write -> purges.stream().noneMatch(purge -> purge.isKey(write.getKey())))
                .forEach(kept::addMetadataWrites);
        return kept.build().toByteString();
    }

    private static void apply(Space space, KVWrite write, Version version, StateUpdates updates) {
        if (Writes.isDelete(write)) {
            updates.delete(space, write.getKey(), version);
        } else {
            updates.put(space, write.getKey(), write.getValue(), ByteString.EMPTY, version);
        }
    }

    private static KVRWSet parse(CollectionPvtReadWriteSet collection) {
        try {
            return KVRWSet.parseFrom(collection.getRwset());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "private writes to collection " + collection.getCollectionName() + " cannot be read", e);
        }
    }
}
