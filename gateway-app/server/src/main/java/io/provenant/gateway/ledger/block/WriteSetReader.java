package io.provenant.gateway.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.Digest;
import io.provenant.canonical.StrictJsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** Reads {@code rwset.TxReadWriteSet}. */
public final class WriteSetReader {

    private WriteSetReader() {}

    /**
     * The part of one chaincode; {@link WriteSet#EMPTY} where it was not called.
     *
     * @param withWrites false to read the reads only, where nobody vouches for the rest
     */
    public static WriteSet read(ByteString results, String chaincode, boolean withWrites)
            throws InvalidProtocolBufferException {
        for (NsReadWriteSet set : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
            if (set.getNamespace().equals(chaincode)) {
                return read(set, withWrites);
            }
        }
        return WriteSet.EMPTY;
    }

    private static WriteSet read(NsReadWriteSet set, boolean withWrites) throws InvalidProtocolBufferException {
        KVRWSet open = KVRWSet.parseFrom(set.getRwset());
        List<WriteSet.Read> reads =
                open.getReadsList().stream().map(WriteSetReader::read).toList();
        if (!withWrites) {
            return new WriteSet(reads, List.of(), List.of());
        }
        List<WriteSet.HashedWrite> hashed = new ArrayList<>();
        for (CollectionHashedReadWriteSet collection : set.getCollectionHashedRwsetList()) {
            HashedRWSet.parseFrom(collection.getHashedRwset())
                    .getHashedWritesList()
                    .forEach(write -> hashed.add(hashed(collection.getCollectionName(), write)));
        }
        return new WriteSet(
                reads, open.getWritesList().stream().map(WriteSetReader::write).toList(), hashed);
    }

    private static WriteSet.Read read(KVRead read) {
        return new WriteSet.Read(
                read.getKey(), read.hasVersion() ? KeyVersion.of(read.getVersion()) : KeyVersion.ABSENT);
    }

    private static WriteSet.Write write(KVWrite write) {
        Optional<String> value = write.getIsDelete()
                ? Optional.empty()
                : Optional.of(StrictJsonReader.decode(write.getValue().toByteArray()));
        return new WriteSet.Write(write.getKey(), value);
    }

    private static WriteSet.HashedWrite hashed(String collection, KVWriteHash write) {
        Optional<Digest> value = write.getIsDelete()
                ? Optional.empty()
                : Optional.of(Digest.of(write.getValueHash().toByteArray()));
        return new WriteSet.HashedWrite(collection, Digest.of(write.getKeyHash().toByteArray()), value);
    }
}
