package io.provenant.gateway.consent;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.log.MarketId;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.TreeHasher;
import java.util.HexFormat;
import java.util.List;

/**
 * What a person gets: everything that withdrawing takes, so that nobody else has to be asked (domain 4.5). It holds
 * the seed of the person's key and is as secret as the right it carries.
 */
public final class ConsentReceipt {

    private final ConsentTerms terms;
    private final long leafIndex;
    private final ConsentMember member;
    private final long size;
    private final Digest memberRoot;
    private final List<Digest> proof;

    ConsentReceipt(
            ConsentTerms terms,
            long leafIndex,
            ConsentMember member,
            long size,
            Digest memberRoot,
            List<Digest> proof) {
        this.terms = terms;
        this.leafIndex = leafIndex;
        this.member = member;
        this.size = size;
        this.memberRoot = memberRoot;
        this.proof = List.copyOf(proof);
    }

    /** The receipt file. */
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("v", 1)
                .with("docType", "ConsentReceipt")
                .with("channel", terms.market().channel())
                .with("foundedTx", terms.market().foundedTx())
                .with("consentId", terms.consentId())
                .with("record", terms.record())
                .with("leafIndex", leafIndex)
                .with("population", JsonObject.empty().with("size", size).with("memberRoot", memberRoot.hex()))
                .with("document", member.document())
                .with("salt", HexFormat.of().formatHex(member.salt()))
                .with("proof", JsonArray.ofTexts(proof.stream().map(Digest::hex).toList()))
                .with(
                        "opening",
                        JsonObject.empty()
                                .with("kind", "KEY")
                                .with("alg", SubjectKey.ALG)
                                .with("seed", member.key().seedHex()));
    }

    /** Reads a receipt file; {@link IllegalArgumentException} where it is none, or does not lead to its own root. */
    public static ConsentReceipt parse(byte[] utf8) {
        JsonObject json = StrictJsonReader.parseObject(utf8);
        if (json.integer("v") != 1 || !json.text("docType").equals("ConsentReceipt")) {
            throw new IllegalArgumentException("not a consent receipt of version 1");
        }
        JsonObject opening = json.object("opening");
        if (!opening.text("kind").equals("KEY") || !opening.text("alg").equals(SubjectKey.ALG)) {
            throw new IllegalArgumentException("the receipt's opening is not a key of " + SubjectKey.ALG);
        }
        MarketId market = new MarketId(json.text("channel"), json.text("foundedTx"));
        JsonObject population = json.object("population");
        ConsentReceipt receipt = new ConsentReceipt(
                new ConsentTerms(market, json.text("consentId"), json.object("record")),
                json.integer("leafIndex"),
                ConsentMember.of(json.object("document"), json.text("salt"), opening.text("seed")),
                population.integer("size"),
                new Digest(population.text("memberRoot")),
                json.texts("proof").stream().map(Digest::new).toList());
        receipt.checkProof();
        return receipt;
    }

    /** The person's place in the set. */
    public long leafIndex() {
        return leafIndex;
    }

    /** What the consent is about. */
    public ConsentTerms terms() {
        return terms;
    }

    /**
     * The body of {@code consent:withdraw}, signed with the key of this receipt. It names no person, and any gateway
     * may carry it.
     */
    public JsonObject withdrawal() {
        byte[] signed = Framing.of("pvn/withdraw/v1")
                .part(terms.market().channel())
                .part(terms.market().foundedTx())
                .part(terms.consentId())
                .part(ConsentMember.digits(leafIndex))
                .bytes();
        return JsonObject.empty()
                .with("consentId", terms.consentId())
                .with("leafIndex", leafIndex)
                .with("memberCommit", member.memberCommit().hex())
                .with("withdrawKeyHash", member.withdrawKeyHash().hex())
                .with("proof", JsonArray.ofTexts(proof.stream().map(Digest::hex).toList()))
                .with(
                        "opening",
                        JsonObject.empty()
                                .with("kind", "KEY")
                                .with("alg", SubjectKey.ALG)
                                .with("publicKey", member.key().publicKey())
                                .with("signature", member.key().sign(signed)));
    }

    ConsentMember member() {
        return member;
    }

    private void checkProof() {
        TreeHasher hasher = new TreeHasher(new JdkDigests());
        InclusionProof inclusion = new InclusionProof(leafIndex, size, proof);
        if (!inclusion.verify(hasher, hasher.leaf(member.entry()), memberRoot)) {
            throw new IllegalArgumentException("the receipt does not lead to its memberRoot " + memberRoot
                    + ": a byte of it was changed; ask the controller for a new one");
        }
    }
}
