package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.wire.Draft;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** What operations of the probe write to collections, and the hash that stands for it in the transaction. */
final class PrivateWrites {

    private final Map<String, SortedMap<String, KVWrite>> writes = new TreeMap<>();

    /** From the words of the operations and the transient data, all with real names. */
    static PrivateWrites of(List<String> operations, Map<String, String> transientData) {
        PrivateWrites written = new PrivateWrites();
        for (String operation : operations) {
            List<String> words = List.of(operation.split(" "));
            if (words.get(0).equals("pput")) {
                written.add(words, words.get(3));
            } else if (words.get(0).equals("tput")) {
                written.add(words, transientData.getOrDefault(words.get(3), ""));
            } else if (words.get(0).equals("pdel") || words.get(0).equals("ppurge")) {
                written.add(words, "");
            }
        }
        return written;
    }

    private void add(List<String> words, String text) {
        ByteString value = ByteString.copyFromUtf8(text);
        String key = words.get(2);
        writes.computeIfAbsent(words.get(1), absent -> new TreeMap<>())
                .put(
                        key,
                        KVWrite.newBuilder()
                                .setKey(key)
                                .setIsDelete(value.isEmpty())
                                .setValue(value)
                                .build());
    }

    ByteString hash(String collection) {
        KVRWSet set = KVRWSet.newBuilder()
                .addAllWrites(writes.getOrDefault(collection, new TreeMap<>()).values())
                .build();
        return Draft.sha256(set.toByteString());
    }
}
