package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.gateway.vault.AppendFile;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.TreeHasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All complete subtrees of a log's tree in one file, each written as soon as its last leaf is there: a tree of n leaves
 * has 2n − popcount(n) of them. Derived from the vault: what a flush did not bring to the disk is made again from there.
 */
final class TreeFile implements AutoCloseable {

    private static final int HASH = 32;

    private final AppendFile file;
    private final TreeHasher hasher = new TreeHasher(new JdkDigests());
    private final TreeProofs proofs = new TreeProofs(this::hash);
    private long size;
    private long flushed;

    private TreeFile(AppendFile file) {
        this.file = file;
    }

    static TreeFile open(Path path, AppendFile.Opener opener) {
        try {
            AppendFile file = opener.open(path);
            try {
                TreeFile tree = new TreeFile(file);
                tree.cut(sizeFor(file.size() / HASH));
                return tree;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tree file " + path, e);
        }
    }

    synchronized long size() {
        return size;
    }

    /** Adds leaves by their entries. */
    synchronized void append(List<byte[]> entries) {
        List<Digest> fresh = new ArrayList<>(entries.size() * 2);
        long start = stored(size);
        long next = size;
        for (byte[] entry : entries) {
            Digest hash = hasher.leaf(entry);
            fresh.add(hash);
            // each trailing one bit of the leaf's number is a subtree that this leaf completes
            for (long n = next, level = 0; (n & 1) == 1; n >>= 1, level++) {
                hash = hasher.node(sibling((int) level, n - 1, start, fresh), hash);
                fresh.add(hash);
            }
            next++;
        }
        write(fresh, start * HASH);
        size = next;
    }

    /** Forgets all leaves from this size on. */
    synchronized void cut(long leaves) {
        try {
            size = leaves;
            flushed = Math.min(flushed, leaves);
            file.truncate(stored(leaves) * HASH);
        } catch (IOException e) {
            throw new UncheckedIOException("cutting the tree file", e);
        }
    }

    /**
     * Returns when the disk holds all leaves; else those behind the last flush are forgotten, for what can be read of them
     * may be in memory only, and a head must not be signed over that.
     */
    synchronized void flush() {
        if (flushed == size) {
            return;
        }
        try {
            file.force();
            flushed = size;
        } catch (IOException e) {
            size = flushed;
            throw new UncheckedIOException("flushing the tree file", e);
        }
    }

    synchronized Digest root(long leaves) {
        return proofs.root(leaves);
    }

    synchronized InclusionProof inclusion(long index, long leaves) {
        return proofs.inclusion(index, leaves);
    }

    synchronized ConsistencyProof consistency(long first, long second) {
        return proofs.consistency(first, second);
    }

    private Digest sibling(int level, long number, long start, List<Digest> fresh) {
        long position = position(level, number);
        return position >= start ? fresh.get((int) (position - start)) : hash(level, number);
    }

    Digest hash(int level, long number) {
        try {
            return Digest.of(file.read(position(level, number) * HASH, HASH).array());
        } catch (IOException e) {
            throw new UncheckedIOException("reading node " + level + "/" + number + " of the tree file", e);
        }
    }

    private void write(List<Digest> hashes, long at) {
        ByteBuffer out = ByteBuffer.allocate(hashes.size() * HASH);
        hashes.forEach(hash -> out.put(hash.bytes()));
        try {
            file.write(out.flip(), at);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the tree file", e);
        }
    }

    // How many hashes n leaves have: each one bit of n is a complete tree of 2^k leaves with 2^(k+1) - 1 nodes.
    private static long stored(long leaves) {
        return 2 * leaves - Long.bitCount(leaves);
    }

    // A node is written with its last leaf, behind the nodes that this leaf completes on lower levels.
    private static long position(int level, long number) {
        long lastLeaf = ((number + 1) << level) - 1;
        return stored(lastLeaf) + level;
    }

    private static long sizeFor(long hashes) {
        long leaves = hashes / 2 + Long.SIZE / 2;
        while (stored(leaves) > hashes) {
            leaves--;
        }
        return leaves;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the tree file", e);
        }
    }
}
