package io.provenant.consent;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The five members of the known-answer vectors (domain 9.4), built from their salts and seeds. */
public final class FiveMembers {

    public static final String CONSENT_ID = "3f0c8d5e-2b1a-4c77-9e55-1d2f3a4b5c6d";

    static final List<String> PUBLIC_KEYS = List.of(
            "41ef8d57db43002acb8b91fba88ff9e786be77418009d28599e0cc732c6c0e65",
            "1e5dc61d0b0b1536c9d30f4b944c718a8420a129acc8c6d872a446519a093786",
            "ac286ca14132eb98adc006857001959fb5acc7729126c49ebde5e6bfafbb263b",
            "a32bfb58337e5a0b11ea218967a4f53dbcbd2889b8081d79864c45c8535c45ac",
            "a55db62dd7ca1960e1c2689c9b45d473f7d7f1168f5aa04ab54e7a232b03a0d1");

    private static final HexFormat HEX = HexFormat.of();
    private static final TestDigests DIGESTS = new TestDigests();
    private static final TreeHasher HASHER = new TreeHasher(DIGESTS);

    private FiveMembers() {}

    static Digest memberCommit(int i) {
        JsonObject document = JsonObject.empty()
                .with("docType", "ConsentMember")
                .with("id", CONSENT_ID + "/" + new LeafIndex(i).digits())
                .with("subjectRef", "sr_demo_" + i);
        return Commitments.commit(DIGESTS, document, ascii("salt-" + i));
    }

    static byte[] seed(int i) {
        return ascii("secret-" + i);
    }

    static Digest keyHash(int i) {
        return DIGESTS.digest(Framing.of("pvn/withdraw-key/v1")
                .part("ED25519")
                .part(HEX.parseHex(PUBLIC_KEYS.get(i)))
                .bytes());
    }

    static Digest secretHash(int i) {
        return DIGESTS.digest(
                Framing.of("pvn/withdraw/v1").part(CONSENT_ID).part(seed(i)).bytes());
    }

    static Digest leaf(Digest commit, Digest opening) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(commit.bytes());
        entry.writeBytes(opening.bytes());
        return HASHER.leaf(entry.toByteArray());
    }

    /** The tree of all five, each opened by its key. */
    public static MerkleTree tree() {
        return MerkleTree.ofLeafHashes(
                HASHER,
                IntStream.range(0, 5)
                        .mapToObj(i -> leaf(memberCommit(i), keyHash(i)))
                        .toList());
    }

    static byte[] withdrawalBytes(String channel, String foundedTx, int i) {
        return Framing.of("pvn/withdraw/v1")
                .part(channel)
                .part(foundedTx)
                .part(CONSENT_ID)
                .part(new LeafIndex(i).digits())
                .bytes();
    }

    /** The body with which member {@code i} withdraws by its key. */
    public static JsonObject withdrawal(int i) {
        return withdrawal(i, keyOpening(i, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX));
    }

    static JsonObject withdrawal(int i, JsonObject opening) {
        return JsonObject.empty()
                .with("consentId", CONSENT_ID)
                .with("leafIndex", i)
                .with("memberCommit", memberCommit(i).hex())
                .with("withdrawKeyHash", keyHash(i).hex())
                .withTexts(
                        "proof",
                        tree().inclusion(i).path().stream().map(Digest::hex).toList())
                .with("opening", opening);
    }

    static JsonObject keyOpening(int i, String channel, String foundedTx) {
        byte[] signature = TestSignatures.sign(seed(i), withdrawalBytes(channel, foundedTx, i));
        return JsonObject.empty()
                .with("kind", "KEY")
                .with("alg", "ED25519")
                .with("publicKey", base64(HEX.parseHex(PUBLIC_KEYS.get(i))))
                .with("signature", base64(signature));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String word) {
        return DIGESTS.sha256(word.getBytes(StandardCharsets.US_ASCII));
    }
}
