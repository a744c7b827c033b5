package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import java.util.List;

/** RFC 6962 section 2.1 as written, over all leaves: slow and plain. */
final class NaiveTree {

    private static final TreeHasher HASHER = new TreeHasher();

    private NaiveTree() {}

    static Digest root(List<byte[]> entries) {
        return Digest.of(entries.isEmpty() ? HASHER.empty() : hash(entries));
    }

    /** RFC 9162 2.1.4.2: true if a head of the first size and root grew into the second. */
    static boolean isConsistent(long first, long second, Digest firstRoot, Digest secondRoot, List<Digest> proof) {
        if (first == 0 || first == second) {
            return proof.isEmpty() && (first == 0 || firstRoot.equals(secondRoot));
        }
        List<Digest> path = new java.util.ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.add(0, firstRoot);
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0).bytes();
        byte[] sr = fr;
        for (Digest step : path.subList(1, path.size())) {
            if ((fn & 1) == 1 || fn == sn) {
                fr = HASHER.node(step.bytes(), fr);
                sr = HASHER.node(step.bytes(), sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = HASHER.node(sr, step.bytes());
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Digest.of(fr).equals(firstRoot) && Digest.of(sr).equals(secondRoot);
    }

    private static byte[] hash(List<byte[]> entries) {
        if (entries.size() == 1) {
            return HASHER.leaf(entries.get(0));
        }
        int left = Integer.highestOneBit(entries.size() - 1);
        return HASHER.node(hash(entries.subList(0, left)), hash(entries.subList(left, entries.size())));
    }
}
