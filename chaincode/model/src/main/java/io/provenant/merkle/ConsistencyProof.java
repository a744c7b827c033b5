package io.provenant.merkle;

import io.provenant.canonical.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * That the leaves of a tree are the first leaves of a larger one (RFC 9162 section 2.1.4). A proof from size 0 would
 * prove nothing and never verifies.
 */
public record ConsistencyProof(long firstSize, long secondSize, List<Digest> path) {

    /** Copies the path in; any numbers are held, {@link #verify} judges them. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * True if a log may go from the first head to the second: from an empty head without a proof, else with a proof
     * that verifies.
     */
    public boolean allowsGrowth(TreeHasher hasher, Digest firstRoot, Digest secondRoot) {
        if (firstSize == 0) {
            return secondSize >= 0 && path.isEmpty() && firstRoot.equals(hasher.empty());
        }
        return verify(hasher, firstRoot, secondRoot);
    }

    /** True if the path shows that the tree of the first root grew into that of the second (RFC 9162 2.1.4.2). */
    public boolean verify(TreeHasher hasher, Digest firstRoot, Digest secondRoot) {
        if (firstSize < 1 || firstSize > secondSize) {
            return false;
        }
        if (firstSize == secondSize) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        List<Digest> hashes = completed(firstRoot);
        return !path.isEmpty() && climb(hasher, hashes, firstRoot, secondRoot); // step 1
    }

    // step 2: a complete first tree is a node of the second, and its hash is left out
    private List<Digest> completed(Digest firstRoot) {
        List<Digest> hashes = new ArrayList<>(path);
        if (Long.bitCount(firstSize) == 1) {
            hashes.add(0, firstRoot);
        }
        return hashes;
    }

    private boolean climb(TreeHasher hasher, List<Digest> hashes, Digest firstRoot, Digest secondRoot) {
        Climb climb = new Climb(firstSize - 1, secondSize - 1); // step 3
        climb.skipRightChildren(); // step 4
        Digest first = hashes.get(0); // step 5
        Digest second = first;
        for (Digest sibling : hashes.subList(1, hashes.size())) { // step 6
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.isRightChild()) {
                first = hasher.node(sibling, first);
                second = hasher.node(sibling, second);
            } else {
                second = hasher.node(second, sibling);
            }
            climb.up();
        }
        return climb.isAtTop() && first.equals(firstRoot) && second.equals(secondRoot); // step 7
    }
}
