package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.gateway.vault.ChannelFile;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers of domain 9.1, and every proof against the plain definition. */
class TreeFileTest {

    private static final TreeHasher HASHER = new TreeHasher(new JdkDigests());

    @TempDir
    Path folder;

    @Test
    void has_the_known_roots() {
        try (TreeFile tree = tree(7)) {
            assertThat(tree.root(0).hex()).startsWith("e3b0c44298fc1c14");
            assertThat(tree.root(1)).hasToString("eb38ed7f2d98c6ba35a74106e63dd86700d6ef772af7381fdebb5b38b7dab92f");
            assertThat(tree.root(2)).hasToString("aadc7f3cbce83da91f327f5e3fca9433f9a9bb718daff9d1e1520bedcea60b4b");
            assertThat(tree.root(3)).hasToString("430f4733220bb03d5c92bd58f87df48688d1ee2c38b68ec6795c09ecd3d64fa6");
            assertThat(tree.root(4)).hasToString("3f286da658de79abe2a1fc287b8d84a33e095ece074d5b274ada1a708cc659a7");
            assertThat(tree.root(5)).hasToString("a241bb31941cb5eea15290dec7276f12c1f878dd434791f8838159970fe6b563");
            assertThat(tree.root(6)).hasToString("24b552d83a5d94b56b26866befb80e38f780953d724e630f91bdd30c55bcd41e");
            assertThat(tree.root(7)).hasToString("9eab1581b2b52107e2babf2bf2d0e119120d4a6b0ba664cf54248bd2e0006825");
        }
    }

    @Test
    void has_the_known_proofs() {
        try (TreeFile tree = tree(7)) {
            assertThat(tree.inclusion(4, 7).path())
                    .extracting(Digest::hex)
                    .containsExactly(
                            "9fdbcd3c065156ba9831cb71b2750ab744e74547c2366e5500104c163d5fb446",
                            "4ef2ac6b1e3ed6f8c344421292b86066f812562b7cd392960ebbd33537f63410",
                            "3f286da658de79abe2a1fc287b8d84a33e095ece074d5b274ada1a708cc659a7");
            assertThat(tree.consistency(3, 7).path())
                    .extracting(Digest::hex)
                    .containsExactly(
                            "778a02fe2066476d0441cb8d636a3f6d7d1e2ca8a1c24253f26014db93c42124",
                            "dfb8b2ab2818badf426236d2812fa289d40ce44cbd275254201066f242d61589",
                            "aadc7f3cbce83da91f327f5e3fca9433f9a9bb718daff9d1e1520bedcea60b4b",
                            "7f70cb1eff790b30b54ac321d1c30ef6b147afb4e1c0ced02a680510c852b225");
        }
    }

    @Test
    void every_root_and_proof_of_every_size_is_that_of_the_plain_tree() {
        List<byte[]> entries = entries(70);
        MerkleTree plain = MerkleTree.ofEntries(HASHER, entries);
        MemoryTree memory = MemoryTree.of(entries);
        assertThat(memory.root()).isEqualTo(plain.root());
        try (TreeFile tree = tree(70)) {
            for (int size = 1; size <= 70; size++) {
                assertThat(tree.root(size)).isEqualTo(plain.root(size));
                for (int index = 0; index < size; index++) {
                    assertThat(tree.inclusion(index, size)).isEqualTo(plain.inclusion(index, size));
                }
                for (int first = 0; first <= size; first++) {
                    assertThat(tree.consistency(first, size)).isEqualTo(plain.consistency(first, size));
                }
            }
            assertThat(memory.inclusion(33)).isEqualTo(plain.inclusion(33));
        }
    }

    @Test
    void grows_the_same_in_any_portions_over_any_restarts() {
        long seed = 20260306;
        Random random = new Random(seed);
        List<byte[]> entries = entries(500);
        int size = 0;
        while (size < entries.size()) {
            int next = Math.min(entries.size(), size + 1 + random.nextInt(40));
            try (TreeFile tree = TreeFile.open(folder.resolve("tree"), ChannelFile::open)) {
                tree.append(entries.subList(size, next));
            }
            size = next;
        }

        try (TreeFile tree = TreeFile.open(folder.resolve("tree"), ChannelFile::open)) {
            assertThat(tree.root(500))
                    .as("seed %d", seed)
                    .isEqualTo(MerkleTree.ofEntries(HASHER, entries).root());
        }
    }

    @Test
    void a_file_torn_at_any_byte_opens_at_the_last_whole_leaf() throws IOException {
        List<byte[]> entries = entries(12);
        tree(12).close();
        Path file = folder.resolve("tree");
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (TreeFile tree = TreeFile.open(file, ChannelFile::open)) {
                int size = (int) tree.size();
                assertThat(size).isLessThan(12);
                tree.append(entries.subList(size, 12));
                assertThat(tree.root(12))
                        .isEqualTo(MerkleTree.ofEntries(HASHER, entries).root());
            }
        }
    }

    private TreeFile tree(int size) {
        TreeFile tree = TreeFile.open(folder.resolve("tree"), ChannelFile::open);
        tree.append(entries(size));
        return tree;
    }

    private static List<byte[]> entries(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> ("{\"n\":" + n + ",\"t\":\"e\"}").getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
