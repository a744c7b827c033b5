package io.provenant.testing;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.consent.ConsentBodies;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A grant of so many made-up members, whose controller can withdraw for each of them. */
public record TestGrant(String consentId, int size) {

    private static final TestDigests DIGESTS = new TestDigests();
    private static final TreeHasher HASHER = new TreeHasher(DIGESTS);

    /** The grant cst-01 of the scenarios, under another id and with these members. */
    public JsonObject body() {
        JsonObject population = JsonObject.empty()
                .with("size", size)
                .with("memberRoot", tree().root().hex());
        return ConsentBodies.grant()
                .with("consentId", consentId)
                .with("interactionId", consentId)
                .with("population", population);
    }

    /** The body with which the controller withdraws for member {@code i}. */
    public JsonObject withdrawal(int i) {
        return JsonObject.empty()
                .with("consentId", consentId)
                .with("leafIndex", i)
                .with("memberCommit", word("member", i).hex())
                .with("withdrawKeyHash", word("key", i).hex())
                .withTexts(
                        "proof",
                        tree().inclusion(i).path().stream().map(Digest::hex).toList())
                .with("opening", JsonObject.empty().with("kind", "CONTROLLER"));
    }

    private MerkleTree tree() {
        List<Digest> leaves = IntStream.range(0, size).mapToObj(this::leaf).toList();
        return MerkleTree.ofLeafHashes(HASHER, leaves);
    }

    private Digest leaf(int i) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(word("member", i).bytes());
        entry.writeBytes(word("key", i).bytes());
        return HASHER.leaf(entry.toByteArray());
    }

    private Digest word(String what, int i) {
        return DIGESTS.digest((what + consentId + i).getBytes(StandardCharsets.US_ASCII));
    }
}
