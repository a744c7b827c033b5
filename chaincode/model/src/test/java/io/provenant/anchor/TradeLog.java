package io.provenant.anchor;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The log of domain 3a.18 (e): its key, its seven leaves of 9.1, and the forks that its operator could sign. */
public final class TradeLog {

    public static final String ORIGIN = "ledger.example/market-1/pty-exchange/trade-0";
    static final byte[] SEED =
            HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf");
    static final byte[] OTHER_SEED = new byte[32];
    public static final String PUBLIC_KEY = Base64Url.encode(
            HexFormat.of().parseHex("4fd099ccd47d7893dfe9ec24414ecb0d9b5420232aad30d91c465be33cbe65c4"));
    /** The public key of {@link #OTHER_SEED} (RFC 8032). */
    public static final String OTHER_PUBLIC_KEY = Base64Url.encode(
            HexFormat.of().parseHex("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"));

    static final TreeHasher HASHER = new TreeHasher(new TestDigests());

    private final List<String> leaves;

    private TradeLog(List<String> leaves) {
        this.leaves = leaves;
    }

    /** The published leaves, as many as asked. */
    public static TradeLog honest(int size) {
        return new TradeLog(IntStream.range(0, size)
                .mapToObj(n -> "{\"n\":" + n + ",\"t\":\"e\"}")
                .toList());
    }

    /** The same, but for the leaf at one index. */
    public static TradeLog forked(int size, int at) {
        return new TradeLog(IntStream.range(0, size)
                .mapToObj(n -> "{\"n\":" + n + ",\"t\":\"" + (n == at ? 'f' : 'e') + "\"}")
                .toList());
    }

    MerkleTree tree() {
        return MerkleTree.ofEntries(
                HASHER,
                leaves.stream()
                        .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    Digest leafHash(int index) {
        return HASHER.leaf(leaves.get(index).getBytes(StandardCharsets.UTF_8));
    }

    /** Size, root, key epoch and signature by the key of this seed. */
    public JsonObject signed(long keyEpoch, byte[] seed) {
        return signed(ORIGIN, leaves.size(), tree().root(), keyEpoch, seed);
    }

    /** The head of this tree, signed by the log's first key. */
    public JsonObject signed() {
        return signed(1, SEED);
    }

    public static JsonObject signed(String origin, long size, Digest root, long keyEpoch, byte[] seed) {
        byte[] text = new Checkpoint(new LogOrigin(origin), size, root).signedBytes();
        return JsonObject.empty()
                .with("size", size)
                .with("rootHash", root.hex())
                .with("keyEpoch", keyEpoch)
                .with("signature", Base64Url.encode(TestSignatures.sign(seed, text)));
    }

    /** The body of an advance from this size. */
    public JsonObject advance(int from) {
        return advance(from, signed());
    }

    /** The body of an advance from this size to a head that was signed. */
    public JsonObject advance(int from, JsonObject head) {
        return head.with("origin", ORIGIN)
                .with("headRow", false)
                .withTexts("proof", hex(tree().consistency(from, leaves.size()).path()));
    }

    /** A side of evidence about the leaf at this index, under the head that was signed. */
    public JsonObject signedLeaf(int index) {
        return signed().withAll(anchoredLeaf(index));
    }

    /** A side of evidence about the leaf at this index, under the head of this size that stands on the ledger. */
    public JsonObject anchoredLeaf(int index) {
        return JsonObject.empty()
                .with("size", leaves.size())
                .with("leafHash", leafHash(index).hex())
                .withTexts("proof", hex(tree().inclusion(index).path()));
    }

    static List<String> hex(List<Digest> path) {
        return path.stream().map(Digest::hex).toList();
    }

    /** A market in which the log stands at size 0, opened by hand under its first key. */
    public static SmallMarket market() {
        SmallMarket market = new SmallMarket()
                .party("pty-exchange", PartyRole.EXCHANGE)
                .party("pty-cac", PartyRole.REGULATOR)
                .party("pty-assoc", PartyRole.ASSOCIATION)
                .party("pty-buyer", PartyRole.CONSUMER);
        put(market, opening());
        head(market, 0, HASHER.empty());
        return market;
    }

    /** Sets the log's record. */
    public static void put(SmallMarket market, JsonObject log) {
        market.put("LOG!" + ORIGIN, log.with("state", "ACTIVE").with("rev", 1).canonical());
    }

    /** Sets the log's head, as if an advance of the minute before had. */
    public static void head(SmallMarket market, long size, Digest root) {
        market.put(
                "LHD!" + ORIGIN,
                JsonObject.empty()
                        .with("size", size)
                        .with("rootHash", root.hex())
                        .with("keyEpoch", 1)
                        .with("lastMs", market.nowMs())
                        .with("rev", 1)
                        .with("createdMs", market.nowMs())
                        .with("createdTx", "b".repeat(64))
                        .with("effectiveMs", market.nowMs())
                        .canonical());
    }

    /** A row of the log's keys. */
    public static JsonObject key(long keyEpoch, String publicKey, long fromSize) {
        return JsonObject.empty()
                .with("keyEpoch", keyEpoch)
                .with("alg", "ED25519")
                .with("publicKey", publicKey)
                .with("fromSize", fromSize);
    }

    /** The body that opens the log. */
    public static JsonObject opening() {
        return opening(ORIGIN, "TRADE", PUBLIC_KEY);
    }

    /** The body that opens a log of the exchange under this key, by the regulator's leave. */
    public static JsonObject opening(String origin, String purpose, String publicKey) {
        return JsonObject.empty()
                .with("origin", origin)
                .with("ownerId", "pty-exchange")
                .with("purpose", purpose)
                .with("shard", 0)
                .with("maxDelayS", 60)
                .withObjects("keys", List.of(key(1, publicKey, 0)))
                .withObjects("witnessKeys", List.of())
                .withTexts("approverIds", List.of("pty-cac"));
    }
}
