package io.provenant.network.conformance;

import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Prepared;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** The versions of the probe's public keys, computed from blocks alone. */
final class KnownState {

    private final NavigableMap<String, Version> versions = new TreeMap<>();

    /** Takes in what a valid transaction wrote. */
    void apply(Ordered transaction) {
        if (!transaction.isValidEndorsed()) {
            return;
        }
        Version version = Version.newBuilder()
                .setBlockNum(transaction.block())
                .setTxNum(transaction.position())
                .build();
        for (NsReadWriteSet space : Prepared.of(transaction.envelope()).spaces()) {
            KVRWSet set = Prepared.parse(KVRWSet.parser(), space.getRwset());
            // A policy of a key that stays gives the key a new version as well.
            for (KVMetadataWrite write : set.getMetadataWritesList()) {
                versions.computeIfPresent(write.getKey(), (key, old) -> version);
            }
            for (KVWrite write : set.getWritesList()) {
                if (write.getIsDelete()) {
                    versions.remove(write.getKey());
                } else {
                    versions.put(write.getKey(), version);
                }
            }
        }
    }

    NavigableMap<String, Version> versions() {
        return versions;
    }

    KnownState copy() {
        KnownState copy = new KnownState();
        copy.versions.putAll(versions);
        return copy;
    }
}
