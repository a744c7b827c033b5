package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.KeyOrder;
import io.provenant.network.embedded.state.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** The reads and writes of one namespace; a later one of the same key replaces the earlier. */
final class NamespaceBuilder {

    private record Bounds(String from, String to, boolean isExhausted) {}

    private final String namespace;
    private final SortedMap<String, KVRead> reads = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVWrite> writes = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVMetadataWrite> metadata = new TreeMap<>(KeyOrder.UTF_8);
    private final Map<Bounds, RangeQueryInfo> ranges = new LinkedHashMap<>();
    private final SortedMap<String, CollectionBuilder> collections = new TreeMap<>(KeyOrder.UTF_8);

    NamespaceBuilder(String namespace) {
        this.namespace = namespace;
    }

    void read(String key, Optional<Version> version) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        version.ifPresent(present -> read.setVersion(present.toMessage()));
        reads.put(key, read.build());
    }

    void write(String key, ByteString value) {
        writes.put(key, Writes.of(key, value));
    }

    void writeMetadata(String key, List<KVMetadataEntry> entries) {
        metadata.put(
                key,
                KVMetadataWrite.newBuilder().setKey(key).addAllEntries(entries).build());
    }

    /** Ranges stay in the order in which they were opened; of equal ones the first stays. */
    void range(RangeQueryInfo info) {
        ranges.putIfAbsent(new Bounds(info.getStartKey(), info.getEndKey(), info.getItrExhausted()), info);
    }

    CollectionBuilder collection(String collection) {
        return collections.computeIfAbsent(collection, CollectionBuilder::new);
    }

    NsReadWriteSet publicSet() {
        NsReadWriteSet.Builder message = NsReadWriteSet.newBuilder()
                .setNamespace(namespace)
                .setRwset(KVRWSet.newBuilder()
                        .addAllReads(reads.values())
                        .addAllRangeQueriesInfo(ranges.values())
                        .addAllWrites(writes.values())
                        .addAllMetadataWrites(metadata.values())
                        .build()
                        .toByteString());
        collections.values().forEach(collection -> message.addCollectionHashedRwset(collection.hashedSet()));
        return message.build();
    }

    Optional<NsPvtReadWriteSet> privateSet() {
        NsPvtReadWriteSet.Builder message = NsPvtReadWriteSet.newBuilder().setNamespace(namespace);
        collections.values().stream()
                .filter(CollectionBuilder::hasWrites)
                .forEach(collection -> message.addCollectionPvtRwset(collection.privateSet()));
        return Optional.of(message.build()).filter(built -> built.getCollectionPvtRwsetCount() > 0);
    }
}
