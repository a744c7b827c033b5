package io.provenant.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.Digest;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree of domain 9.1. */
class MerkleTreeTest {

    private static final TreeHasher HASHER = new TreeHasher(new TestDigests());
    private static final List<byte[]> ENTRIES = IntStream.range(0, 7)
            .mapToObj(n -> ("{\"n\":" + n + ",\"t\":\"e\"}").getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final MerkleTree TREE = MerkleTree.ofEntries(HASHER, ENTRIES);
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "eb38ed7f2d98c6ba35a74106e63dd86700d6ef772af7381fdebb5b38b7dab92f",
            "aadc7f3cbce83da91f327f5e3fca9433f9a9bb718daff9d1e1520bedcea60b4b",
            "430f4733220bb03d5c92bd58f87df48688d1ee2c38b68ec6795c09ecd3d64fa6",
            "3f286da658de79abe2a1fc287b8d84a33e095ece074d5b274ada1a708cc659a7",
            "a241bb31941cb5eea15290dec7276f12c1f878dd434791f8838159970fe6b563",
            "24b552d83a5d94b56b26866befb80e38f780953d724e630f91bdd30c55bcd41e",
            "9eab1581b2b52107e2babf2bf2d0e119120d4a6b0ba664cf54248bd2e0006825");

    @Test
    void roots_of_sizes_zero_to_seven() {
        List<String> roots =
                IntStream.rangeClosed(0, 7).mapToObj(n -> TREE.root(n).hex()).toList();

        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void a_compact_range_has_the_same_roots() {
        CompactRange range = CompactRange.empty();

        assertThat(range.root(HASHER)).hasToString(ROOTS.get(0));
        for (int n = 0; n < ENTRIES.size(); n++) {
            range = range.append(HASHER, HASHER.leaf(ENTRIES.get(n)));
            assertThat(range.root(HASHER)).as("size " + range.size()).hasToString(ROOTS.get(n + 1));
        }
    }

    @Test
    void a_compact_range_refuses_subtrees_that_its_size_does_not_have() {
        assertThatThrownBy(() -> new CompactRange(3, List.of(HASHER.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tree of 3 leaves has 2 complete subtrees, not 1");
    }

    @Test
    void the_leaf_of_the_empty_string() {
        assertThat(HASHER.leaf(new byte[0]))
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void inclusion_of_leaf_four_in_size_seven() {
        InclusionProof proof = TREE.inclusion(4);

        assertThat(proof.path())
                .extracting(Digest::hex)
                .containsExactly(
                        "9fdbcd3c065156ba9831cb71b2750ab744e74547c2366e5500104c163d5fb446",
                        "4ef2ac6b1e3ed6f8c344421292b86066f812562b7cd392960ebbd33537f63410",
                        "3f286da658de79abe2a1fc287b8d84a33e095ece074d5b274ada1a708cc659a7");
        assertThat(proof.verify(HASHER, HASHER.leaf(ENTRIES.get(4)), TREE.root()))
                .isTrue();
    }

    @Test
    void consistency_of_three_and_seven() {
        ConsistencyProof proof = TREE.consistency(3, 7);

        assertThat(proof.path())
                .extracting(Digest::hex)
                .containsExactly(
                        "778a02fe2066476d0441cb8d636a3f6d7d1e2ca8a1c24253f26014db93c42124",
                        "dfb8b2ab2818badf426236d2812fa289d40ce44cbd275254201066f242d61589",
                        "aadc7f3cbce83da91f327f5e3fca9433f9a9bb718daff9d1e1520bedcea60b4b",
                        "7f70cb1eff790b30b54ac321d1c30ef6b147afb4e1c0ced02a680510c852b225");
        assertThat(proof.verify(HASHER, TREE.root(3), TREE.root(7))).isTrue();
    }

    @Test
    void an_empty_head_grows_without_a_proof_but_proves_nothing() {
        ConsistencyProof fromEmpty = TREE.consistency(0, 7);

        assertThat(fromEmpty.allowsGrowth(HASHER, HASHER.empty(), TREE.root())).isTrue();
        assertThat(fromEmpty.verify(HASHER, HASHER.empty(), TREE.root())).isFalse();
        assertThat(new ConsistencyProof(0, 7, List.of(TREE.root())).allowsGrowth(HASHER, HASHER.empty(), TREE.root()))
                .isFalse();
    }

    @Test
    void a_leaf_outside_the_tree_has_no_proof() {
        assertThatThrownBy(() -> TREE.inclusion(7))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("leaf 7 of a tree of 7");
        assertThatThrownBy(() -> TREE.consistency(5, 4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("from size 5 to 4");
    }
}
