package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.List;

/**
 * An RFC 6962 tree over entries in memory that keeps every complete subtree: a proof for each of many entries costs
 * some log n look-ups, where a tree that keeps leaves alone would hash them all again.
 */
public final class MemoryTree {

    private final List<List<Digest>> levels = new ArrayList<>();
    private final TreeProofs proofs =
            new TreeProofs((level, number) -> levels.get(level).get((int) number));

    private MemoryTree() {}

    /** The tree over these entries. */
    public static MemoryTree of(List<byte[]> entries) {
        MemoryTree tree = new MemoryTree();
        TreeHasher hasher = new TreeHasher(new JdkDigests());
        List<Digest> level = entries.stream().map(hasher::leaf).toList();
        while (!level.isEmpty()) {
            tree.levels.add(level);
            List<Digest> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(hasher.node(level.get(i), level.get(i + 1)));
            }
            level = above; // a node without a sibling is no complete subtree of this level
        }
        return tree;
    }

    /** How many entries there are. */
    public long size() {
        return levels.isEmpty() ? 0 : levels.get(0).size();
    }

    /** The root over all entries. */
    public Digest root() {
        return proofs.root(size());
    }

    /** The inclusion proof of an entry (RFC 9162 2.1.3.1). */
    public InclusionProof inclusion(long index) {
        return proofs.inclusion(index, size());
    }
}
