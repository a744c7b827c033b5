package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Prepared;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** The hashed part of a read-write set that stands for a collection. */
final class PrivateSetText {

    private final Names names;
    private final PrivateWrites expected;

    PrivateSetText(Names names, PrivateWrites expected) {
        this.names = names;
        this.expected = expected;
    }

    JsonObject of(CollectionHashedReadWriteSet collection) {
        HashedRWSet set = Prepared.parse(HashedRWSet.parser(), collection.getHashedRwset());
        JsonObject text = JsonObject.empty().with("collection", names.symbolic(collection.getCollectionName()));
        text = WriteSetText.with(
                text, "reads", set.getHashedReadsList().stream().map(this::read).toList());
        text = WriteSetText.with(
                text,
                "writes",
                set.getHashedWritesList().stream().map(this::write).toList());
        text = WriteSetText.with(text, "policies", policies(set));
        ByteString hash = collection.getPvtRwsetHash();
        return hash.isEmpty()
                ? text
                : text.with(
                        "private", expected.hash(collection.getCollectionName()).equals(hash) ? "as written" : "other");
    }

    private List<String> policies(HashedRWSet set) {
        return set.getMetadataWritesList().stream()
                .map(write -> names.hash(write.getKeyHash()) + " "
                        + WriteSetText.policy(names, write.getEntries(0).getValue()))
                .toList();
    }

    private String read(KVReadHash read) {
        String version = read.hasVersion() ? names.version(read.getVersion()) : "absent";
        return names.hash(read.getKeyHash()) + " " + version;
    }

    private String write(KVWriteHash write) {
        return names.hash(write.getKeyHash())
                + (write.getIsDelete() ? " deleted" : " = ")
                + (write.getIsPurge() ? " purged" : "")
                + names.hash(write.getValueHash());
    }
}
