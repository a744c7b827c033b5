package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of RFC 9162 section 2.1 over stored subtrees: some log n reads each, whatever the size. */
final class TreeProofs {

    private final TreeNodes nodes;
    private final TreeHasher hasher = new TreeHasher(new JdkDigests());

    TreeProofs(TreeNodes nodes) {
        this.nodes = nodes;
    }

    Digest root(long size) {
        return size == 0 ? hasher.empty() : range(0, size);
    }

    /** RFC 9162 2.1.3.1: the siblings from the leaf upward. */
    InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " of a tree of " + size);
        }
        List<Digest> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** RFC 9162 2.1.4.1: empty from size 0 and to the same size. */
    ConsistencyProof consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IndexOutOfBoundsException("from size " + first + " to " + second);
        }
        List<Digest> proof = new ArrayList<>();
        if (first > 0 && first < second) {
            subproof(first, 0, second, true, proof);
        }
        return new ConsistencyProof(first, second, proof);
    }

    private void path(long index, long from, long to, List<Digest> out) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, out);
            out.add(range(middle, to));
        } else {
            path(index, middle, to, out);
            out.add(range(from, middle));
        }
    }

    private void subproof(long first, long from, long to, boolean known, List<Digest> out) {
        if (first == to) {
            if (!known) {
                out.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (first <= middle) {
            subproof(first, from, middle, known, out);
            out.add(range(middle, to));
        } else {
            subproof(first, middle, to, false, out);
            out.add(range(from, middle));
        }
    }

    private Digest range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.hash(level, from >> level); // a range that comes from splits is aligned
        }
        long middle = from + split(width);
        return hasher.node(range(from, middle), range(middle, to));
    }

    // the largest power of two smaller than the width
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
