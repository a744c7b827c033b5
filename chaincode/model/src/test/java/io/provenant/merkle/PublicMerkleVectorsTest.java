package io.provenant.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.testing.TestDigests;
import io.provenant.testing.Vectors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The transparency-dev vectors, errors included. */
class PublicMerkleVectorsTest {

    private static final Digests DIGESTS = new TestDigests();
    private static final TreeHasher HASHER = new TreeHasher(DIGESTS);

    @TestFactory
    Stream<DynamicTest> inclusion_proofs_are_judged_as_the_vectors_say() {
        return each("inclusion", PublicMerkleVectorsTest::isIncluded);
    }

    @TestFactory
    Stream<DynamicTest> consistency_proofs_are_judged_as_the_vectors_say() {
        return each("consistency", PublicMerkleVectorsTest::isConsistent);
    }

    private static Stream<DynamicTest> each(String kind, Predicate<JsonObject> verdict) {
        Path folder = Vectors.folder("merkle/" + kind);
        return Vectors.files(folder, ".json")
                .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> {
                    JsonObject vector = vector(file);
                    assertThat(verdict.test(vector)).as(vector.text("desc")).isNotEqualTo(vector.flag("wantErr"));
                }));
    }

    private static boolean isIncluded(JsonObject vector) {
        return isHash(vector.text("leafHash"))
                && new InclusionProof(size(vector, "leafIdx"), size(vector, "treeSize"), path(vector))
                        .verify(HASHER, digest(vector.text("leafHash")), digest(vector.text("root")));
    }

    private static boolean isConsistent(JsonObject vector) {
        return new ConsistencyProof(size(vector, "size1"), size(vector, "size2"), path(vector))
                .verify(HASHER, digest(vector.text("root1")), digest(vector.text("root2")));
    }

    // The ledger profile has neither null nor integers beyond 2^53 - 1; the vectors have both.
    private static JsonObject vector(Path file) {
        String text = new String(Vectors.bytes(file), StandardCharsets.UTF_8)
                .replace("\"proof\": null", "\"proof\": []")
                .replaceAll("(\"(?:leafIdx|treeSize|size1|size2)\": )([0-9]+)", "$1\"$2\"");
        return StrictJsonReader.parseObject(text);
    }

    private static long size(JsonObject vector, String name) {
        return Long.parseUnsignedLong(vector.text(name));
    }

    private static List<Digest> path(JsonObject vector) {
        return vector.texts("proof").stream()
                .map(PublicMerkleVectorsTest::digest)
                .toList();
    }

    private static boolean isHash(String base64) {
        return Base64.getDecoder().decode(base64).length == 32;
    }

    // Some vectors hold texts of another length in place of hashes: equal texts become equal digests.
    private static Digest digest(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return bytes.length == 32
                ? Digest.of(bytes)
                : DIGESTS.digest(("not a hash: " + base64).getBytes(StandardCharsets.UTF_8));
    }
}
