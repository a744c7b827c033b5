package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.KeyOrder;
import io.provenant.network.embedded.state.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Collects what a transaction reads and writes. Namespaces, keys, collections and metadata are in the order of their
 * bytes; the read of a key that is not there has no version.
 */
public final class ReadWriteSetBuilder {

    private final SortedMap<String, NamespaceBuilder> namespaces = new TreeMap<>(KeyOrder.UTF_8);

    public void read(String namespace, String key, Optional<Version> version) {
        in(namespace).read(key, version);
    }

    /** Writes a value; an empty one is a deletion. */
    public void write(String namespace, String key, ByteString value) {
        in(namespace).write(key, value);
    }

    public void writeMetadata(String namespace, String key, SortedMap<String, ByteString> metadata) {
        in(namespace).writeMetadata(key, entries(metadata));
    }

    public void range(String namespace, RangeQueryInfo info) {
        in(namespace).range(info);
    }

    public void readHash(String namespace, String collection, String key, Optional<Version> version) {
        in(namespace).collection(collection).read(key, version);
    }

    /** Writes a private value; an empty one is a deletion. */
    public void writePrivate(String namespace, String collection, String key, ByteString value) {
        in(namespace).collection(collection).write(key, value, false);
    }

    public void purgePrivate(String namespace, String collection, String key) {
        in(namespace).collection(collection).write(key, ByteString.EMPTY, true);
    }

    public void writePrivateMetadata(
            String namespace, String collection, String key, SortedMap<String, ByteString> metadata) {
        in(namespace).collection(collection).writeMetadata(key, entries(metadata));
    }

    public TxReadWriteSet publicSet() {
        TxReadWriteSet.Builder message = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        namespaces.values().forEach(namespace -> message.addNsRwset(namespace.publicSet()));
        return message.build();
    }

    /** What goes to the members of the collections; empty where no collection is written. */
    public Optional<TxPvtReadWriteSet> privateSet() {
        TxPvtReadWriteSet.Builder message = TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        namespaces.values().forEach(namespace -> namespace.privateSet().ifPresent(message::addNsPvtRwset));
        return Optional.of(message.build()).filter(built -> built.getNsPvtRwsetCount() > 0);
    }

    private NamespaceBuilder in(String namespace) {
        return namespaces.computeIfAbsent(namespace, NamespaceBuilder::new);
    }

    private static List<KVMetadataEntry> entries(SortedMap<String, ByteString> metadata) {
        return metadata.entrySet().stream()
                .map(entry -> KVMetadataEntry.newBuilder()
                        .setName(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
    }
}
