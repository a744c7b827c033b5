package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import java.util.ArrayList;
import java.util.List;

/** An RFC 6962 tree over entries in memory, for sets that are built once, such as the members of a consent. */
public final class MerkleTree {

    private final List<List<byte[]>> levels = new ArrayList<>();
    private final TreeProofs proofs =
            new TreeProofs((level, number) -> levels.get(level).get((int) number));

    private MerkleTree() {}

    /** The tree over these entries. */
    public static MerkleTree of(List<byte[]> entries) {
        MerkleTree tree = new MerkleTree();
        TreeHasher hasher = new TreeHasher();
        List<byte[]> level = entries.stream().map(hasher::leaf).toList();
        while (!level.isEmpty()) {
            tree.levels.add(level);
            List<byte[]> above = new ArrayList<>(level.size() / 2);
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
        return Digest.of(proofs.root(size()));
    }

    /** The inclusion proof of an entry (RFC 9162 2.1.3.1). */
    public List<Digest> inclusion(long index) {
        return proofs.inclusion(index, size()).stream().map(Digest::of).toList();
    }
}
