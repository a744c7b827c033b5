package io.provenant.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All trees of up to 11 leaves: every proof verifies, and every one-bit change of it fails. */
class EveryProofTest {

    private static final int LARGEST = 11;
    private static final int BITS = 256;
    private static final TreeHasher HASHER = new TreeHasher(new TestDigests());
    private static final MerkleTree TREE = MerkleTree.ofEntries(
            HASHER,
            IntStream.range(0, LARGEST)
                    .mapToObj(n -> ("leaf " + n).getBytes(StandardCharsets.UTF_8))
                    .toList());
    private static final List<Digest> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(n -> HASHER.leaf(("leaf " + n).getBytes(StandardCharsets.UTF_8)))
            .toList();

    @Test
    void every_inclusion_proof_verifies_at_its_index_only() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREE.inclusion(index, size);
                assertThat(proof.verify(HASHER, LEAVES.get(index), TREE.root(size)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                for (int other = -1; other <= size; other++) {
                    InclusionProof moved = new InclusionProof(other, size, proof.path());
                    assertThat(moved.verify(HASHER, LEAVES.get(index), TREE.root(size)))
                            .as("leaf %d of %d shown at %d", index, size, other)
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void every_consistency_proof_verifies() {
        for (int second = 1; second <= LARGEST; second++) {
            for (int first = 1; first <= second; first++) {
                ConsistencyProof proof = TREE.consistency(first, second);
                assertThat(proof.verify(HASHER, TREE.root(first), TREE.root(second)))
                        .as("%d to %d", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void every_changed_bit_of_an_inclusion_proof_fails() {
        for (int index = 0; index < LARGEST; index++) {
            InclusionProof proof = TREE.inclusion(index);
            Digest leaf = LEAVES.get(index);
            for (int bit = 0; bit < BITS; bit++) {
                assertThat(proof.verify(HASHER, flip(leaf, bit), TREE.root())).isFalse();
                assertThat(proof.verify(HASHER, leaf, flip(TREE.root(), bit))).isFalse();
            }
            for (List<Digest> path : changed(proof.path())) {
                InclusionProof changed = new InclusionProof(index, LARGEST, path);
                assertThat(changed.verify(HASHER, leaf, TREE.root()))
                        .as("leaf %d by %s", index, path)
                        .isFalse();
            }
        }
    }

    @Test
    void every_changed_bit_of_a_consistency_proof_fails() {
        for (int first = 1; first < LARGEST; first++) {
            for (List<Digest> path : changed(TREE.consistency(first, LARGEST).path())) {
                ConsistencyProof changed = new ConsistencyProof(first, LARGEST, path);
                assertThat(changed.verify(HASHER, TREE.root(first), TREE.root()))
                        .as("%d to %d by %s", first, LARGEST, path)
                        .isFalse();
            }
        }
    }

    @Test
    void a_consistency_proof_between_other_sizes_fails() {
        for (int first = 1; first < LARGEST; first++) {
            List<Digest> path = TREE.consistency(first, LARGEST).path();
            for (int other = 0; other < LARGEST; other++) {
                boolean holds =
                        new ConsistencyProof(other, LARGEST, path).verify(HASHER, TREE.root(first), TREE.root());
                assertThat(holds).as("%d shown as %d", first, other).isEqualTo(other == first);
            }
        }
    }

    // each bit of each hash, one hash less, one hash more
    private static List<List<Digest>> changed(List<Digest> path) {
        List<List<Digest>> all = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            for (int bit = 0; bit < BITS; bit++) {
                List<Digest> copy = new ArrayList<>(path);
                copy.set(at, flip(path.get(at), bit));
                all.add(copy);
            }
            List<Digest> shorter = new ArrayList<>(path);
            shorter.remove(at);
            all.add(shorter);
        }
        List<Digest> longer = new ArrayList<>(path);
        longer.add(HASHER.empty());
        all.add(longer);
        return all;
    }

    private static Digest flip(Digest digest, int bit) {
        byte[] bytes = digest.bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return Digest.of(bytes);
    }
}
