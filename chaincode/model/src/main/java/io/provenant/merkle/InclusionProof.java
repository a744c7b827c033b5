package io.provenant.merkle;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/**
 * That a leaf stands at an index of a tree (RFC 9162 section 2.1.3): the siblings from the leaf upward. It is worth
 * what the root is worth that it leads to.
 */
public record InclusionProof(long index, long size, List<Digest> path) {

    /** Copies the path in; any numbers are held, {@link #root} judges them. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** True if this leaf hash and this path lead to this root. */
    public boolean verify(TreeHasher hasher, Digest leafHash, Digest root) {
        return root(hasher, leafHash).filter(root::equals).isPresent();
    }

    /** The root to which the proof leads (RFC 9162 2.1.3.2), or nothing where the path does not fit index and size. */
    public Optional<Digest> root(TreeHasher hasher, Digest leafHash) {
        if (index < 0 || index >= size) {
            return Optional.empty(); // step 1
        }
        Climb climb = new Climb(index, size - 1); // step 2
        Digest hash = leafHash; // step 3
        for (Digest sibling : path) { // step 4
            if (climb.isAtTop()) {
                return Optional.empty();
            }
            hash = climb.isRightChild() ? hasher.node(sibling, hash) : hasher.node(hash, sibling);
            climb.up();
        }
        return climb.isAtTop() ? Optional.of(hash) : Optional.empty(); // step 5
    }
}
