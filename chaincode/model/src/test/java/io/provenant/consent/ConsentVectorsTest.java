package io.provenant.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.merkle.MerkleTree;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The known answers of domain 9.4, byte for byte. */
class ConsentVectorsTest {

    private static final String SIGNATURE_OF_3 =
            "6f1daed659acb678c701f6297756088f8d11188a459b46c4497c4f52458eb7239a1b6faf8c9b7e1ee1f4090990dba6e25df72118ea5d9ea9a3005daaf204810a";

    @Test
    void commitments_and_leaves_of_the_five_members_are_the_published_ones() {
        List<String> commits = IntStream.range(0, 5)
                .mapToObj(i -> FiveMembers.memberCommit(i).hex())
                .toList();
        List<String> leaves = IntStream.range(0, 5)
                .mapToObj(i -> FiveMembers.leaf(FiveMembers.memberCommit(i), FiveMembers.keyHash(i))
                        .hex())
                .toList();

        assertThat(commits)
                .containsExactly(
                        "2862884c3ccbce0047af1892a5d578fd6a1c21e0fc9bda700100d827b864638a",
                        "7f55b518def1b99001638568333efa117f8bbd2a20c14c794d1ab0543439380b",
                        "211fba098a25d0d6438d37bd8782af1c9815c927af9722f5ca9cfecadffe0347",
                        "fea20819bcfa8ed04455b874b847f63559385111e2cf23aa07e513a7f4f609bb",
                        "4074b0027a94dc7365f8c6014dd60de711771de3d2d849ff379be87e53933492");
        assertThat(leaves)
                .containsExactly(
                        "f171836de2f2f6ed88f95a26388b8e63e2bf27fa0f75ef49645b650201ec79be",
                        "f9f50cec127845dc1a1ff5cc610c18e4a1b85ab6447c902b6758343b676e3aa4",
                        "1ffc0cbf80f67fa9021a1f6057faa9587299ca48eb53cef3e5be7a7975f63edb",
                        "75ac5dd2ca54e19773423a480c173a5fa100fa672920b4b2af4760b223d12ae5",
                        "a4306718f39dda9382d748e4bbc1dac0cec91451d39df673c43330c27b2e2959");
    }

    @Test
    void the_root_and_the_proofs_are_the_published_ones() {
        MerkleTree tree = FiveMembers.tree();

        assertThat(tree.root().hex()).isEqualTo("24b980c51a788d071ed42d0ed66abe6c8dd8b29f4764bf2b504f5fa32f7eac2e");
        assertThat(tree.inclusion(3).path())
                .extracting(Digest::hex)
                .containsExactly(
                        "1ffc0cbf80f67fa9021a1f6057faa9587299ca48eb53cef3e5be7a7975f63edb",
                        "c0ace42c8af2afc7293fe317498bb5ddc6429fe436597a26884f4d1d28a189ee",
                        "a4306718f39dda9382d748e4bbc1dac0cec91451d39df673c43330c27b2e2959");
        assertThat(tree.inclusion(4).path())
                .extracting(Digest::hex)
                .containsExactly("e6580930a9039e8d56e2c9803a30342f45dcfd83daf7f94ef66128e525712286");
    }

    @Test
    void the_bytes_of_a_withdrawal_and_their_signature_are_the_published_ones() {
        byte[] bytes = FiveMembers.withdrawalBytes(SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX, 3);

        assertThat(bytes).hasSize(143);
        assertThat(new TestDigests().digest(bytes).hex())
                .isEqualTo("790e0ea0bd44663b077f1c4c7fa841e5a234f0290fe755a7243e9e8a23c9de9e");
        assertThat(HexFormat.of().formatHex(TestSignatures.sign(FiveMembers.seed(3), bytes)))
                .isEqualTo(SIGNATURE_OF_3);
    }

    @Test
    void a_secret_stands_in_its_leaf_as_published() {
        Digest hash = FiveMembers.secretHash(3);

        assertThat(hash.hex()).isEqualTo("22932641fe4bcd258f85fb24fdbb331fa2a17266301fee73eb628185fe3794dc");
        assertThat(FiveMembers.leaf(FiveMembers.memberCommit(3), hash).hex())
                .isEqualTo("cca7e4f9d4d90e61635f958e5f157caba207243c42b777491348e71bb8e0f500");
    }
}
