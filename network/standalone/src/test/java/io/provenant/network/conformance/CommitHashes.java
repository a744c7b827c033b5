package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Prepared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * The chain of commit hashes, computed from blocks alone ({@code kv_ledger.go: addBlockCommitHash} and
 * {@code update_batch_bytes.go} of Fabric 3.1.5): the codes of a block and what its valid transactions wrote last.
 */
final class CommitHashes {

    /** Where a value is kept; the public values of a namespace come before its collections. */
    private record Place(String namespace, String collection, ByteString key) {}

    /** A value and who wrote it; none where it was deleted. */
    private record Written(Optional<ByteString> value, long block, int position) {}

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::namespace)
            .thenComparing(Place::collection)
            .thenComparing(Place::key, ByteString.unsignedLexicographicalComparator());
    private static final int LONG_BITS = 64;

    private final Map<Place, ByteString> state = new TreeMap<>(ORDER);
    private ByteString last = ByteString.EMPTY;

    /** The hash of the next block; block 0 has none. */
    ByteString next(Block block) {
        SortedMap<Place, Written> updates = new TreeMap<>(ORDER);
        Ordered.of(block).stream().filter(Ordered::isValidEndorsed).forEach(transaction -> {
            TxReadWriteSet sets = Prepared.parse(
                    TxReadWriteSet.parser(),
                    Prepared.of(transaction.envelope()).action().getResults());
            sets.getNsRwsetList().forEach(space -> apply(space, transaction, updates));
        });
        if (block.getHeader().getNumber() > 0) {
            ByteString filter = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
            last = Draft.sha256(
                    varint(filter.size()).concat(filter).concat(bytes(updates)).concat(last));
        }
        return last;
    }

    private void apply(NsReadWriteSet space, Ordered by, Map<Place, Written> updates) {
        String namespace = space.getNamespace();
        KVRWSet set = Prepared.parse(KVRWSet.parser(), space.getRwset());
        set.getWritesList()
                .forEach(write -> write(
                        new Place(namespace, "", ByteString.copyFromUtf8(write.getKey())),
                        write.getIsDelete() ? Optional.empty() : Optional.of(write.getValue()),
                        by,
                        updates));
        set.getMetadataWritesList()
                .forEach(
                        write -> touch(new Place(namespace, "", ByteString.copyFromUtf8(write.getKey())), by, updates));
        for (CollectionHashedReadWriteSet collection : space.getCollectionHashedRwsetList()) {
            HashedRWSet hashed = Prepared.parse(HashedRWSet.parser(), collection.getHashedRwset());
            String name = collection.getCollectionName();
            hashed.getHashedWritesList()
                    .forEach(write -> write(
                            new Place(namespace, name, write.getKeyHash()),
                            write.getIsDelete() ? Optional.empty() : Optional.of(write.getValueHash()),
                            by,
                            updates));
            hashed.getMetadataWritesList()
                    .forEach(write -> touch(new Place(namespace, name, write.getKeyHash()), by, updates));
        }
    }

    private void write(Place place, Optional<ByteString> value, Ordered by, Map<Place, Written> updates) {
        value.ifPresentOrElse(present -> state.put(place, present), () -> state.remove(place));
        updates.put(place, new Written(value, by.block(), by.position()));
    }

    /** A change of a key's policy repeats the value under a new version; of a key that is not there, it is nothing. */
    private void touch(Place place, Ordered by, Map<Place, Written> updates) {
        Optional.ofNullable(state.get(place)).ifPresent(value -> write(place, Optional.of(value), by, updates));
    }

    private static ByteString bytes(SortedMap<Place, Written> updates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String namespace = "";
        String collection = "";
        for (Map.Entry<Place, Written> update : updates.entrySet()) {
            Place place = update.getKey();
            boolean isFirst = !place.namespace().equals(namespace);
            boolean isFirstOfCollection = isFirst || !place.collection().equals(collection);
            namespace = place.namespace();
            collection = place.collection();
            ByteString entry = entry(
                    isFirst ? namespace : "", isFirstOfCollection ? collection : "", place.key(), update.getValue());
            write(bytes, out -> out.writeBytes(1, entry));
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static ByteString entry(String namespace, String collection, ByteString key, Written written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, out -> {
            if (!namespace.isEmpty()) {
                out.writeString(1, namespace);
            }
            if (!collection.isEmpty()) {
                out.writeString(2, collection);
            }
            out.writeBytes(3, key);
            if (written.value().isEmpty()) {
                out.writeBool(4, true);
            } else {
                out.writeBytes(5, written.value().get());
            }
            out.writeBytes(6, ordered(written.block()).concat(ordered(written.position())));
        });
        return ByteString.copyFrom(bytes.toByteArray());
    }

    /** A number as its length and its bytes from the highest that is not zero. */
    private static ByteString ordered(long number) {
        int size = (LONG_BITS - Long.numberOfLeadingZeros(number) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[size + 1];
        bytes[0] = (byte) size;
        for (int i = 1; i <= size; i++) {
            bytes[i] = (byte) (number >> (Byte.SIZE * (size - i)));
        }
        return ByteString.copyFrom(bytes);
    }

    private static ByteString varint(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, out -> out.writeUInt32NoTag(number));
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    private static void write(ByteArrayOutputStream bytes, Writing writing) {
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
