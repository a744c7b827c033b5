package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** What a write means: one without a value deletes, whatever its flag says. */
public final class Writes {

    private static final ByteString HASH_OF_NOTHING = Sha256.of();

    private Writes() {}

    static KVWrite of(String key, ByteString value) {
        return KVWrite.newBuilder()
                .setKey(key)
                .setIsDelete(value.isEmpty())
                .setValue(value)
                .build();
    }

    public static boolean isDelete(KVWrite write) {
        return write.getIsDelete() || write.getValue().isEmpty();
    }

    public static boolean isDelete(KVWriteHash write) {
        return write.getIsDelete()
                || write.getValueHash().isEmpty()
                || write.getValueHash().equals(HASH_OF_NOTHING);
    }
}
