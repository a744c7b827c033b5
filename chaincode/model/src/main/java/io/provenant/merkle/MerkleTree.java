package io.provenant.merkle;

import io.provenant.canonical.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree over leaf hashes that are all at hand, as RFC 9162 section 2.1 defines it: every root and proof is computed
 * anew. For sets that are small and for checking what is clever.
 */
public final class MerkleTree {

    private final TreeHasher hasher;
    private final List<Digest> leaves;

    private MerkleTree(TreeHasher hasher, List<Digest> leaves) {
        this.hasher = hasher;
        this.leaves = List.copyOf(leaves);
    }

    /** The tree over these leaf hashes, in this order. */
    public static MerkleTree ofLeafHashes(TreeHasher hasher, List<Digest> leafHashes) {
        return new MerkleTree(hasher, leafHashes);
    }

    /** The tree over these entries, in this order. */
    public static MerkleTree ofEntries(TreeHasher hasher, List<byte[]> entries) {
        return new MerkleTree(hasher, entries.stream().map(hasher::leaf).toList());
    }

    /** The number of leaves. */
    public int size() {
        return leaves.size();
    }

    /** The root over all leaves. */
    public Digest root() {
        return root(leaves.size());
    }

    /** The root over the first leaves (RFC 9162 2.1.1). */
    public Digest root(int size) {
        return size == 0 ? hasher.empty() : hash(leaves.subList(0, size));
    }

    /** The proof that the leaf at this index is in the tree of all leaves. */
    public InclusionProof inclusion(int index) {
        return inclusion(index, leaves.size());
    }

    /** The proof that the leaf at this index is in the tree of the first leaves (RFC 9162 2.1.3.1). */
    public InclusionProof inclusion(int index, int size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " of a tree of " + size);
        }
        List<Digest> path = new ArrayList<>();
        path(index, leaves.subList(0, size), path);
        return new InclusionProof(index, size, path);
    }

    /** The proof that the first tree grew into the second (RFC 9162 2.1.4.1); empty from size 0 and to equal size. */
    public ConsistencyProof consistency(int first, int second) {
        if (first < 0 || first > second) {
            throw new IndexOutOfBoundsException("from size " + first + " to " + second);
        }
        List<Digest> path = new ArrayList<>();
        if (first > 0 && first < second) {
            subproof(first, leaves.subList(0, second), true, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    private void path(int index, List<Digest> range, List<Digest> out) {
        if (range.size() == 1) {
            return;
        }
        int middle = split(range);
        List<Digest> left = range.subList(0, middle);
        List<Digest> right = range.subList(middle, range.size());
        if (index < middle) {
            path(index, left, out);
            out.add(hash(right));
        } else {
            path(index - middle, right, out);
            out.add(hash(left));
        }
    }

    // SUBPROOF(m, D_n, b)
    private void subproof(int first, List<Digest> range, boolean isKnown, List<Digest> out) {
        if (first == range.size()) {
            if (!isKnown) {
                out.add(hash(range));
            }
            return;
        }
        int middle = split(range);
        List<Digest> left = range.subList(0, middle);
        List<Digest> right = range.subList(middle, range.size());
        if (first <= middle) {
            subproof(first, left, isKnown, out);
            out.add(hash(right));
        } else {
            subproof(first - middle, right, false, out);
            out.add(hash(left));
        }
    }

    private Digest hash(List<Digest> range) {
        if (range.size() == 1) {
            return range.get(0);
        }
        int middle = split(range);
        return hasher.node(hash(range.subList(0, middle)), hash(range.subList(middle, range.size())));
    }

    // the largest power of two smaller than the size
    private static int split(List<Digest> range) {
        return Integer.highestOneBit(range.size() - 1);
    }
}
