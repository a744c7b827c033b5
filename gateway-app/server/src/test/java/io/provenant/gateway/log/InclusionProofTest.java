package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InclusionProofTest {

    @Test
    void only_the_right_entry_index_size_and_hashes_lead_to_the_root() {
        for (int size = 1; size <= 33; size++) {
            List<byte[]> entries = entries(size);
            MerkleTree tree = MerkleTree.of(entries);
            assertThat(tree.root()).isEqualTo(NaiveTree.root(entries));
            for (int index = 0; index < size; index++) {
                List<Digest> proof = tree.inclusion(index);
                assertThat(InclusionProof.root(entries.get(index), index, size, proof))
                        .contains(tree.root());
                assertRefused(tree, entries.get((index + 1) % size), index, size, proof, size == 1);
                assertThat(InclusionProof.root(entries.get(index), index, size, longer(proof)))
                        .isEmpty();
                assertThat(InclusionProof.root(entries.get(index), size, size, proof))
                        .isEmpty();
                if (!proof.isEmpty()) {
                    assertThat(InclusionProof.root(entries.get(index), index, size, proof.subList(1, proof.size())))
                            .isEmpty();
                }
            }
        }
    }

    private static void assertRefused(
            MerkleTree tree, byte[] entry, int index, int size, List<Digest> proof, boolean onlyOne) {
        if (!onlyOne) {
            assertThat(InclusionProof.root(entry, index, size, proof)).isNotEqualTo(java.util.Optional.of(tree.root()));
        }
    }

    private static List<Digest> longer(List<Digest> proof) {
        List<Digest> longer = new ArrayList<>(proof);
        longer.add(new JdkDigests().digest(new byte[0]));
        return longer;
    }

    private static List<byte[]> entries(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> Integer.toString(n).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
