package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/** A transaction's public read-write set, all of it parsed. */
public record ReadWriteSet(List<OfNamespace> namespaces) {

    /** What was read and written in one chaincode's namespace. */
    public record OfNamespace(String namespace, KVRWSet keys, List<OfCollection> collections) {

        public OfNamespace {
            collections = List.copyOf(collections);
        }

        /** Whether anything is written here, values or metadata, public or private. */
        public boolean writes() {
            return keys.getWritesCount() > 0
                    || keys.getMetadataWritesCount() > 0
                    || collections.stream().anyMatch(OfCollection::writes);
        }
    }

    /** What everybody learns of a collection: hashes, and the hash of what its members are given. */
    public record OfCollection(String collection, HashedRWSet hashes, ByteString privateSetHash) {

        boolean writes() {
            return hashes.getHashedWritesCount() > 0 || hashes.getMetadataWritesCount() > 0;
        }
    }

    public ReadWriteSet {
        namespaces = List.copyOf(namespaces);
    }

    public static ReadWriteSet parse(ByteString bytes) throws InvalidProtocolBufferException {
        List<OfNamespace> namespaces = new ArrayList<>();
        for (NsReadWriteSet message : TxReadWriteSet.parseFrom(bytes).getNsRwsetList()) {
            List<OfCollection> collections = new ArrayList<>();
            for (CollectionHashedReadWriteSet collection : message.getCollectionHashedRwsetList()) {
                HashedRWSet hashes = HashedRWSet.parseFrom(collection.getHashedRwset());
                collections.add(new OfCollection(collection.getCollectionName(), hashes, collection.getPvtRwsetHash()));
            }
            namespaces.add(new OfNamespace(message.getNamespace(), KVRWSet.parseFrom(message.getRwset()), collections));
        }
        return new ReadWriteSet(namespaces);
    }
}
