package io.provenant.network.embedded.rwset;

import io.provenant.network.embedded.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * The reads of one range, for the check that a range reads the same at commit: the reads themselves up to the degree,
 * and hashes of them beyond.
 */
public final class RangeReads {

    /** How many results of a range a simulation records as they are. */
    public static final int DEGREE = 50;

    private final int degree;
    private final MerkleSummary summary;
    private QueryReads.Builder pending = QueryReads.newBuilder();

    public RangeReads(int degree) {
        this.degree = degree;
        this.summary = new MerkleSummary(degree);
    }

    public void add(String key, Version version) {
        pending.addKvReads(KVRead.newBuilder().setKey(key).setVersion(version.toMessage()));
        if (pending.getKvReadsCount() > degree) {
            hashPending();
        }
    }

    /** Puts the reads, their hashes, or nothing where nothing was read, into the message. Call once. */
    public void finish(RangeQueryInfo.Builder info) {
        if (summary.isEmpty()) {
            if (pending.getKvReadsCount() > 0) {
                info.setRawReads(pending);
            }
            return;
        }
        if (pending.getKvReadsCount() > 0) {
            hashPending();
        }
        info.setReadsMerkleHashes(summary.finish());
    }

    private void hashPending() {
        summary.add(Sha256.of(pending.build().toByteString()));
        pending = QueryReads.newBuilder();
    }
}
