package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.rwset.RangeReads;
import io.provenant.network.embedded.rwset.ReadWriteSetBuilder;
import io.provenant.network.embedded.state.SortedTree;
import java.util.Iterator;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Reads a range and remembers how far: up to the last key read, that one included, or to the asked end once it is known
 * that there is nothing more.
 */
final class RangeSource implements BatchedScan.Source<KV> {

    private final String namespace;
    private final String to;
    private final Iterator<SortedTree.Entry> entries;
    private final RangeReads reads = new RangeReads(RangeReads.DEGREE);
    private final RangeQueryInfo.Builder info;

    RangeSource(String namespace, String from, String to, Iterator<SortedTree.Entry> entries) {
        this.namespace = namespace;
        this.to = to;
        this.entries = entries;
        this.info = RangeQueryInfo.newBuilder().setStartKey(from);
    }

    @Override
    public Optional<KV> next() {
        if (!entries.hasNext()) {
            info.setItrExhausted(true).setEndKey(to);
            return Optional.empty();
        }
        SortedTree.Entry entry = entries.next();
        reads.add(entry.key(), entry.value().version());
        info.setEndKey(entry.key());
        return Optional.of(result(namespace, entry));
    }

    void addTo(ReadWriteSetBuilder builder) {
        reads.finish(info);
        builder.range(namespace, info.build());
    }

    static KV result(String namespace, SortedTree.Entry entry) {
        return KV.newBuilder()
                .setNamespace(namespace)
                .setKey(entry.key())
                .setValue(entry.value().value())
                .build();
    }
}
