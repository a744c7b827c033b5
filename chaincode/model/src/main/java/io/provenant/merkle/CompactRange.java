package io.provenant.merkle;

import io.provenant.canonical.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be kept of a tree to let it grow: the roots of its complete subtrees, from the largest to the smallest,
 * one for each bit of the size. Log n hashes, whatever was appended.
 */
public record CompactRange(long size, List<Digest> subtrees) {

    /** Copies the subtrees in; their number is that of the size's bits. */
    public CompactRange {
        subtrees = List.copyOf(subtrees);
        if (size < 0 || subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size)
                    + " complete subtrees, not " + subtrees.size());
        }
    }

    /** The tree without leaves. */
    public static CompactRange empty() {
        return new CompactRange(0, List.of());
    }

    /** This tree with one more leaf. */
    public CompactRange append(TreeHasher hasher, Digest leafHash) {
        List<Digest> grown = new ArrayList<>(subtrees);
        Digest hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = hasher.node(grown.remove(grown.size() - 1), hash);
        }
        grown.add(hash);
        return new CompactRange(size + 1, grown);
    }

    /** The root (RFC 9162 2.1.1). */
    public Digest root(TreeHasher hasher) {
        if (subtrees.isEmpty()) {
            return hasher.empty();
        }
        Digest hash = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = hasher.node(subtrees.get(i), hash);
        }
        return hash;
    }
}
