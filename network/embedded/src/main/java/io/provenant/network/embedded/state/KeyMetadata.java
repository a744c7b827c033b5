package io.provenant.network.embedded.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;

/** A key's metadata as the state keeps it: a metadata write without a key. */
public final class KeyMetadata {

    /** The name under which a key's own endorsement policy stands. */
    public static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

    private KeyMetadata() {}

    public static ByteString encode(Collection<KVMetadataEntry> entries) {
        return KVMetadataWrite.newBuilder().addAllEntries(entries).build().toByteString();
    }

    public static SortedMap<String, ByteString> decode(ByteString metadata) {
        try {
            SortedMap<String, ByteString> entries = new TreeMap<>(KeyOrder.UTF_8);
            KVMetadataWrite.parseFrom(metadata)
                    .getEntriesList()
                    .forEach(entry -> entries.put(entry.getName(), entry.getValue()));
            return entries;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("metadata of the state must be what a metadata write left there", e);
        }
    }
}
