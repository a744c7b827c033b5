package io.provenant.proof;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.MerkleTree;
import io.provenant.merkle.TreeHasher;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.note.SignedNote;
import io.provenant.proof.note.TlogProof;
import io.provenant.proof.promise.Promise;
import io.provenant.proof.promise.SignedPromise;
import io.provenant.proof.receipt.LogEntry;
import io.provenant.proof.receipt.OpenedRecord;
import io.provenant.proof.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The log of domain 3a.18 (g): three TRADE entries, the record of 9.6 in the middle. */
final class TestLog {

    static final BouncyCastleDigests DIGESTS = new BouncyCastleDigests();
    static final LogOrigin ORIGIN = new LogOrigin("ledger.example/market-1/pty-exchange/trade-0");
    static final byte[] SEED = range(0xa0);
    static final LogPublicKey KEY = LogPublicKey.of(ORIGIN, publicKey());
    static final String SALT = HexFormat.of().formatHex(range(0x20));
    static final JsonObject RECORD = StrictJsonReader.parseObject("{\"agreementId\":\"agr-11\",\"amountMinor\":1250000,"
            + "\"assetVersionIds\":[\"avr-3\"],\"byteBand\":\"LT_1G\",\"consumerId\":\"pty-lumen\",\"currency\":\"CNY\","
            + "\"decisionId\":\"req-31\",\"deliveryId\":\"dlv-88\",\"deliveryMode\":\"TEE\",\"docType\":\"TradeRecord\","
            + "\"id\":\"pty-exchange/SDE-20260306-000001\",\"kind\":\"TRADE\",\"occurredMs\":1772762400000,"
            + "\"productId\":\"prd-7f\",\"providerId\":\"pty-medcenter\",\"recordNo\":\"SDE-20260306-000001\","
            + "\"schemaVersion\":\"1.0.0\",\"sourceSystem\":{\"buildDigest\":\"" + "1".repeat(64)
            + "\",\"systemCode\":\"core-trading\",\"timeSource\":\"NTP\"},\"stage\":\"DELIVERY\","
            + "\"tradeDate\":\"2026-03-06\",\"tradeMode\":\"SALE_LICENCE\",\"venue\":\"ON_EXCHANGE\"}");
    static final OpenedRecord OPENED = new OpenedRecord(RECORD, SALT);
    static final LogEntry ENTRY = new LogEntry(1, OPENED.commit(DIGESTS));
    static final MerkleTree TREE = MerkleTree.ofEntries(
            new TreeHasher(DIGESTS),
            List.of(other("entry-0").bytes(), ENTRY.bytes(), other("entry-2").bytes()));
    static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 3, TREE.root());
    static final Promise PROMISE = new Promise(ORIGIN, 1, ENTRY.commit(), 1_772_762_401_000L, 60);

    private TestLog() {}

    static SignedPromise promise(Promise promise) {
        byte[] bytes = SignedPromise.signedBytes(TestMarket.CHANNEL, TestMarket.FOUNDED_TX, promise);
        return new SignedPromise(TestMarket.CHANNEL, TestMarket.FOUNDED_TX, promise, 1, StrictBase64.url(sign(bytes)));
    }

    static TlogProof proof() {
        return new TlogProof(1, TREE.inclusion(1).path(), note(CHECKPOINT));
    }

    static SignedNote note(Checkpoint checkpoint) {
        return SignedNote.of(checkpoint, KEY, sign(checkpoint.signedBytes()), DIGESTS);
    }

    /** The golden receipt, level INTEGRATED. */
    static Receipt receipt() {
        return new Receipt(
                ENTRY,
                Optional.of(OPENED),
                Optional.of(promise(PROMISE)),
                Optional.of(proof()),
                Optional.empty(),
                Optional.empty());
    }

    static byte[] sign(byte[] bytes) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(SEED, 0, bytes, 0, bytes.length, signature, 0);
        return signature;
    }

    static byte[] range(int from) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static byte[] publicKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(SEED, 0, key, 0);
        return key;
    }

    private static LogEntry other(String name) {
        Digest commit = DIGESTS.digest(name.getBytes(StandardCharsets.UTF_8));
        return new LogEntry(1, commit);
    }
}
