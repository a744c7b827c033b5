package io.provenant.network.market;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import io.provenant.testing.TestDigests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The people of one consent, each with a secret of his own that withdraws for him, through whatever gateway. */
public record People(String consentId, int size) {

    private static final TestDigests DIGESTS = new TestDigests();
    private static final TreeHasher HASHER = new TreeHasher(DIGESTS);

    /** The member {@code population} of a grant. */
    JsonObject population() {
        return JsonObject.empty()
                .with("size", size)
                .with("memberRoot", tree().root().hex());
    }

    /** The body with which person {@code i} withdraws. */
    public JsonObject withdrawal(int i) {
        return JsonObject.empty()
                .with("consentId", consentId)
                .with("leafIndex", i)
                .with("memberCommit", member(i).hex())
                .with("withdrawKeyHash", keyHash(i).hex())
                .withTexts(
                        "proof",
                        tree().inclusion(i).path().stream().map(Digest::hex).toList())
                .with(
                        "opening",
                        JsonObject.empty()
                                .with("kind", "SECRET")
                                .with("secret", secret(i).hex()));
    }

    private MerkleTree tree() {
        List<Digest> leaves = IntStream.range(0, size).mapToObj(this::leaf).toList();
        return MerkleTree.ofLeafHashes(HASHER, leaves);
    }

    private Digest leaf(int i) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(member(i).bytes());
        entry.writeBytes(keyHash(i).bytes());
        return HASHER.leaf(entry.toByteArray());
    }

    private Digest member(int i) {
        return word("member", i);
    }

    private Digest secret(int i) {
        return word("secret", i);
    }

    private Digest keyHash(int i) {
        return DIGESTS.digest(Framing.of("pvn/withdraw/v1")
                .part(consentId)
                .part(secret(i).bytes())
                .bytes());
    }

    private Digest word(String what, int i) {
        return DIGESTS.digest((what + consentId + i).getBytes(StandardCharsets.US_ASCII));
    }
}
