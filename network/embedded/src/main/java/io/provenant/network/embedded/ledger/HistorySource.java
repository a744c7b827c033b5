package io.provenant.network.embedded.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.rwset.Writes;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.validation.EndorsedTransaction;
import java.util.Optional;
import java.util.function.LongFunction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;

/** Reads the values that a key ever had out of the blocks, the newest first, up to those of the simulation's state. */
final class HistorySource implements BatchedScan.Source<KeyModification> {

    private final String namespace;
    private final String key;
    private final LongFunction<Block> blocks;
    private KeyHistory.@Nullable Change next;

    HistorySource(
            String namespace, String key, KeyHistory.@Nullable Change newest, long height, LongFunction<Block> blocks) {
        this.namespace = namespace;
        this.key = key;
        this.blocks = blocks;
        this.next = newest;
        while (next != null && next.version().block() >= height) {
            next = next.previous();
        }
    }

    @Override
    public Optional<KeyModification> next() {
        if (next == null) {
            return Optional.empty();
        }
        Version version = next.version();
        next = next.previous();
        return Optional.of(modification(version));
    }

    private KeyModification modification(Version version) {
        try {
            Block block = blocks.apply(version.block());
            EndorsedTransaction transaction =
                    EndorsedTransaction.parse(block.getData().getData((int) version.transaction()));
            KVWrite write = transaction.readWriteSet().namespaces().stream()
                    .filter(found -> found.namespace().equals(namespace))
                    .flatMap(found -> found.keys().getWritesList().stream())
                    .filter(found -> found.getKey().equals(key))
                    .findFirst()
                    .orElseThrow();
            return KeyModification.newBuilder()
                    .setTxId(transaction.txId())
                    .setValue(write.getValue())
                    .setTimestamp(transaction.timestamp())
                    .setIsDelete(Writes.isDelete(write))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the valid transaction at " + version + " cannot be read", e);
        }
    }
}
