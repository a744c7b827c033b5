package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.KeyOrder;
import io.provenant.network.embedded.state.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** Both sides of a collection: hashes for everybody, keys and values for its members. All sorted by the clear key. */
final class CollectionBuilder {

    private final String collection;
    private final SortedMap<String, KVReadHash> reads = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVWriteHash> writeHashes = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVMetadataWriteHash> metadataHashes = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVWrite> writes = new TreeMap<>(KeyOrder.UTF_8);
    private final SortedMap<String, KVMetadataWrite> metadata = new TreeMap<>(KeyOrder.UTF_8);

    CollectionBuilder(String collection) {
        this.collection = collection;
    }

    void read(String key, Optional<Version> version) {
        KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(Sha256.ofKey(key));
        version.ifPresent(present -> read.setVersion(present.toMessage()));
        reads.put(key, read.build());
    }

    void write(String key, ByteString value, boolean isPurge) {
        KVWriteHash.Builder hash = KVWriteHash.newBuilder()
                .setKeyHash(Sha256.ofKey(key))
                .setIsDelete(value.isEmpty())
                .setIsPurge(isPurge);
        if (!value.isEmpty()) {
            hash.setValueHash(Sha256.of(value));
        }
        writeHashes.put(key, hash.build());
        writes.put(key, Writes.of(key, value));
    }

    void writeMetadata(String key, List<KVMetadataEntry> entries) {
        metadataHashes.put(
                key,
                KVMetadataWriteHash.newBuilder()
                        .setKeyHash(Sha256.ofKey(key))
                        .addAllEntries(entries)
                        .build());
        metadata.put(key, KVMetadataWrite.newBuilder().setKey(key).build()); // members need only know that it changed
    }

    boolean hasWrites() {
        return !writes.isEmpty() || !metadata.isEmpty();
    }

    CollectionHashedReadWriteSet hashedSet() {
        CollectionHashedReadWriteSet.Builder message = CollectionHashedReadWriteSet.newBuilder()
                .setCollectionName(collection)
                .setHashedRwset(HashedRWSet.newBuilder()
                        .addAllHashedReads(reads.values())
                        .addAllHashedWrites(writeHashes.values())
                        .addAllMetadataWrites(metadataHashes.values())
                        .build()
                        .toByteString());
        if (hasWrites()) {
            message.setPvtRwsetHash(Sha256.of(privateBytes()));
        }
        return message.build();
    }

    CollectionPvtReadWriteSet privateSet() {
        return CollectionPvtReadWriteSet.newBuilder()
                .setCollectionName(collection)
                .setRwset(privateBytes())
                .build();
    }

    private ByteString privateBytes() {
        return KVRWSet.newBuilder()
                .addAllWrites(writes.values())
                .addAllMetadataWrites(metadata.values())
                .build()
                .toByteString();
    }
}
