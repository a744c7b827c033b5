package io.provenant.consent;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.Tx;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * What a receipt holds to prove that a member of a grant withdraws: the member's place in the tree and the opening of its
 * leaf (domain 3.10, 4.5). Nothing in it says who the member is.
 */
record WithdrawalHandle(
        ConsentId consentId,
        LeafIndex leafIndex,
        Digest memberCommit,
        Digest withdrawKeyHash,
        List<Digest> path,
        JsonObject opening) {

    static final String KEY = "KEY";
    static final String SECRET = "SECRET";
    static final String CONTROLLER = "CONTROLLER";

    private static final String WITHDRAW = "pvn/withdraw/v1";

    /** The handle in a body of the command. */
    static WithdrawalHandle of(JsonObject body) {
        return new WithdrawalHandle(
                new ConsentId(body.text("consentId")),
                new LeafIndex(body.integer("leafIndex")),
                new Digest(body.text("memberCommit")),
                new Digest(body.text("withdrawKeyHash")),
                body.texts("proof").stream().map(Digest::new).toList(),
                body.object("opening"));
    }

    /** How the leaf is opened. */
    String pathCode() {
        return opening.text("kind");
    }

    /** True if the leaf stands at its place under the grant's root. */
    boolean isMemberOf(ConsentGrant grant, Tx tx) {
        TreeHasher hasher = new TreeHasher(tx.digests());
        Digest leaf = leaf(hasher, memberCommit, withdrawKeyHash);
        return new InclusionProof(leafIndex.value(), grant.size(), path).verify(hasher, leaf, grant.memberRoot());
    }

    /** True if the opening is the leaf's own: its secret, or its key's signature for this market and this leaf. */
    boolean opensLeaf(Tx tx) {
        return pathCode().equals(SECRET) ? opensBySecret(tx) : opensByKey(tx);
    }

    /** The hash of a leaf: the 64 bytes of a member's entry. */
    static Digest leaf(TreeHasher hasher, Digest memberCommit, Digest withdrawKeyHash) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(memberCommit.bytes());
        entry.writeBytes(withdrawKeyHash.bytes());
        return hasher.leaf(entry.toByteArray());
    }

    /** What stands in a leaf for a key. */
    static Digest keyHash(Tx tx, SignatureAlgorithm algorithm, byte[] publicKey) {
        return tx.digests()
                .digest(Framing.of("pvn/withdraw-key/v1")
                        .part(algorithm.name())
                        .part(publicKey)
                        .bytes());
    }

    private boolean opensBySecret(Tx tx) {
        byte[] secret = HexFormat.of().parseHex(opening.text("secret"));
        byte[] framed =
                Framing.of(WITHDRAW).part(consentId.value()).part(secret).bytes();
        return tx.digests().digest(framed).equals(withdrawKeyHash);
    }

    private boolean opensByKey(Tx tx) {
        DetachedSignature signature = DetachedSignature.of(opening);
        byte[] signed = Framing.of(WITHDRAW)
                .part(tx.channel())
                .part(tx.market())
                .part(consentId.value())
                .part(leafIndex.digits())
                .bytes();
        return signature
                .publicKey()
                .filter(key -> keyHash(tx, signature.algorithm(), key).equals(withdrawKeyHash))
                .filter(key -> signature.verifies(key, signed, tx))
                .isPresent();
    }
}
