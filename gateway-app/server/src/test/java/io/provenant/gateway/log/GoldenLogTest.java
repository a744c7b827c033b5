package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.vault.ChannelFile;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.NewRecord;
import io.provenant.gateway.vault.Vault;
import io.provenant.gateway.vault.VaultRecord;
import io.provenant.gateway.vault.VaultSettings;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of domain 3a.18 (e), (f), (g) and 9.6. */
class GoldenLogTest {

    static final LogOrigin ORIGIN = new LogOrigin("ledger.example/market-1/pty-exchange/trade-0");
    static final MarketId MARKET = new MarketId("market-1", "a".repeat(64));
    static final LogKey KEY = new SeedLogKey(1, range(0xa0));
    static final String RECORD =
            "{\"agreementId\":\"agr-11\",\"amountMinor\":1250000,\"assetVersionIds\":[\"avr-3\"],\"byteBand\":\"LT_1G\",\"consumerId\":\"pty-lumen\",\"currency\":\"CNY\",\"decisionId\":\"req-31\",\"deliveryId\":\"dlv-88\",\"deliveryMode\":\"TEE\",\"docType\":\"TradeRecord\",\"id\":\"pty-exchange/SDE-20260306-000001\",\"kind\":\"TRADE\",\"occurredMs\":1772762400000,\"productId\":\"prd-7f\",\"providerId\":\"pty-medcenter\",\"recordNo\":\"SDE-20260306-000001\",\"schemaVersion\":\"1.0.0\",\"sourceSystem\":{\"buildDigest\":\"1111111111111111111111111111111111111111111111111111111111111111\",\"systemCode\":\"core-trading\",\"timeSource\":\"NTP\"},\"stage\":\"DELIVERY\",\"tradeDate\":\"2026-03-06\",\"tradeMode\":\"SALE_LICENCE\",\"venue\":\"ON_EXCHANGE\"}";
    static final Digest COMMIT = new Digest("217098510177154cd416734577f24f261f7deb0f767c367ba4e56d17a467faf7");

    @TempDir
    Path folder;

    private final JdkDigests digests = new JdkDigests();

    @Test
    void the_checkpoint_of_seven_leaves_and_its_note() {
        Digest root = new Digest("9eab1581b2b52107e2babf2bf2d0e119120d4a6b0ba664cf54248bd2e0006825");

        SignedCheckpoint checkpoint = SignedCheckpoint.sign(new Checkpoint(ORIGIN, 7, root), KEY);

        assertThat(HexFormat.of().formatHex(KEY.publicKey()))
                .isEqualTo("4fd099ccd47d7893dfe9ec24414ecb0d9b5420232aad30d91c465be33cbe65c4");
        assertThat(checkpoint.keyId()).isEqualTo("23475c41");
        assertThat(checkpoint.head().hash(digests))
                .hasToString("c2df25162f4c0ec452c758502598f13fbdadd58e1540ccb6f218a040dd9df8cc");
        assertThat(sha256(checkpoint.note()))
                .isEqualTo("3f4a995c3043730985653ee3f4210f110fd90bbc295c7bd7e1407ec207ad0afa");
    }

    @Test
    void the_body_of_an_advance_from_three_to_seven() {
        List<byte[]> entries = IntStream.range(0, 7)
                .mapToObj(n -> ("{\"n\":" + n + ",\"t\":\"e\"}").getBytes(StandardCharsets.UTF_8))
                .toList();
        try (TreeFile tree = TreeFile.open(folder.resolve("tree"), ChannelFile::open)) {
            tree.append(entries);

            JsonObject body = SignedCheckpoint.sign(new Checkpoint(ORIGIN, 7, tree.root(7)), KEY)
                    .advanceBody(tree.consistency(3, 7));

            assertThat(body.canonicalBytes()).hasSize(552);
            assertThat(digests.digest(body.canonicalBytes()))
                    .hasToString("b42f5d8ea7d461f40cfb3207a81d74e01c22557b7118be4a3c4d171be49ef75a");
        }
    }

    @Test
    void the_promise_and_its_file() {
        Promise promise = new Promise(ORIGIN, 1, COMMIT, 1_772_762_401_000L, 60);

        assertThat(sha256(promise.toJson().canonical()))
                .isEqualTo("66907017377603f10d66fac058ab2b6c46291c62de892f7e969158a38b3f2736");
        assertThat(digests.digest(promise.signedBytes(MARKET)))
                .hasToString("264fe00666a18ec1c14453b701c07c9e888843e3595fa7cdf73c8f9699af210d");
        assertThat(sha256(promise.file(MARKET, KEY).canonical()))
                .isEqualTo("999bc9c038261c13401a405cf9ff5c017ff8a359795b8fd9eca0fcf7327a4322");
    }

    @Test
    void the_record_is_kept_as_it_is_and_committed_to() throws FaultyLineException {
        LeafBody body = new TradeRecordFormat("pty-exchange").parse(RECORD.getBytes(StandardCharsets.UTF_8));

        assertThat(body.identity()).isEqualTo("SDE-20260306-000001");
        assertThat(body.flags()).isEmpty();
        assertThat(body.document().canonicalBytes()).hasSize(651);
        assertThat(digests.digest(body.document().canonicalBytes()))
                .hasToString("f77ecf32f242e2d612e2aaa41d877075f1517e3527712e0a1273e006a2c9d786");
        Digest commit = io.provenant.canonical.Commitments.commit(digests, body.document(), range(0x20));
        assertThat(commit).isEqualTo(COMMIT);
        assertThat(new TreeHasher(digests).leaf(LeafKind.TRADE.entry(commit)))
                .hasToString("3ae29b219feb8fd12efe5ea691ab77fc3f92e216bc2e209e9d8709cb55f723e8");
    }

    @Test
    void the_receipt_of_the_second_of_three_entries() {
        LogSettings settings = LogSettings.of(ORIGIN, MARKET, 60);
        try (Vault vault = Vault.open(folder.resolve("vault"), MasterKey.of(range(0)), VaultSettings.usual());
                TreeFile tree = TreeFile.open(folder.resolve("tree"), ChannelFile::open);
                AnchorJournal anchors = AnchorJournal.open(folder.resolve("anchors"), ChannelFile::open)) {
            vault.append(List.of(entry("entry-0"), record(), entry("entry-2")), true);
            vault.entries(0, 3, entry -> tree.append(List.of(entry.label())));
            SigningLeave leave = new SigningLeave(ORIGIN);
            leave.give();
            Receipts receipts = new Receipts(vault, tree, anchors, new Promises(vault, settings, KEY, leave));
            SignedCheckpoint checkpoint = SignedCheckpoint.sign(new Checkpoint(ORIGIN, 3, tree.root(3)), KEY);

            JsonObject receipt = receipts.receipt(1, Optional.of(checkpoint));

            assertThat(checkpoint.head().rootHash())
                    .hasToString("e8b062da9f9543efd5a8ac670801bf74b7b642a7eeffe9946c08a111af9ddb96");
            assertThat(receipt.canonicalBytes()).hasSize(1685);
            assertThat(digests.digest(receipt.canonicalBytes()))
                    .hasToString("9d30039502fda29e1ea3ba0b428121c7952fda1e4631d3a21eee156944f3caf7");
        }
    }

    private NewRecord entry(String name) {
        byte[] label = LeafKind.TRADE.entry(digests.digest(name.getBytes(StandardCharsets.UTF_8)));
        return new NewRecord(name, VaultRecord.of(label, 1, range(0), new byte[0]));
    }

    private static NewRecord record() {
        byte[] content = StrictJsonReader.parseObject(RECORD).canonicalBytes();
        VaultRecord record = VaultRecord.of(LeafKind.TRADE.entry(COMMIT), 1_772_762_401_000L, range(0x20), content);
        return new NewRecord("SDE-20260306-000001", record);
    }

    private String sha256(String text) {
        return digests.digest(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static byte[] range(int from) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }
}
