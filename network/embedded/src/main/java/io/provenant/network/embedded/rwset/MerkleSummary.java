package io.provenant.network.embedded.rwset;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;

/**
 * The tree of hashes that stands for a long range: as soon as a level holds more than the degree, its hashes become one
 * of the level above.
 */
final class MerkleSummary {

    private final int degree;
    private final List<List<ByteString>> levels = new ArrayList<>();

    MerkleSummary(int degree) {
        if (degree < 2) {
            throw new IllegalArgumentException("a tree of hashes has a degree of at least 2, not " + degree);
        }
        this.degree = degree;
        levels.add(new ArrayList<>());
    }

    boolean isEmpty() {
        return levels.size() == 1 && levels.get(0).isEmpty();
    }

    void add(ByteString leaf) {
        levels.get(0).add(leaf);
        for (int level = 0; levels.get(level).size() > degree; level++) {
            lift(level);
        }
    }

    /** Combines what the lower levels still hold; the summary is the highest level. */
    QueryReadsMerkleSummary finish() {
        for (int level = 0; level < levels.size() - 1; level++) {
            if (!levels.get(level).isEmpty()) {
                lift(level);
            }
        }
        if (levels.get(levels.size() - 1).size() > degree) {
            lift(levels.size() - 1);
        }
        return QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(degree)
                .setMaxLevel(levels.size())
                .addAllMaxLevelHashes(levels.get(levels.size() - 1))
                .build();
    }

    private void lift(int level) {
        List<ByteString> hashes = levels.get(level);
        ByteString above = hashes.size() == 1 ? hashes.get(0) : Sha256.of(hashes.toArray(new ByteString[0]));
        levels.set(level, new ArrayList<>());
        if (level + 1 == levels.size()) {
            levels.add(new ArrayList<>());
        }
        levels.get(level + 1).add(above);
    }
}
