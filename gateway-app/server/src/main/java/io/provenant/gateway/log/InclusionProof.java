package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/** Reads an inclusion proof (RFC 9162 2.1.3.2). */
public final class InclusionProof {

    private InclusionProof() {}

    /** The root that a proof leads to from this entry, or nothing where it is no proof for this index and size. */
    public static Optional<Digest> root(byte[] entry, long index, long size, List<Digest> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        TreeHasher hasher = new TreeHasher();
        byte[] hash = hasher.leaf(entry);
        long node = index;
        long last = size - 1;
        for (Digest sibling : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling.bytes(), hash);
                int skipped = node == 0 ? 0 : Long.numberOfTrailingZeros(node); // levels where the node has no sibling
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = hasher.node(hash, sibling.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(Digest.of(hash)) : Optional.empty();
    }
}
