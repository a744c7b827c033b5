package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.LogOrigin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A head of a log with the signature of the log's key (C2SP tlog-checkpoint, domain 3a.11).
 *
 * @param keyId the C2SP key id of the key that signed, 8 hex digits
 * @param signature the raw Ed25519 signature over the text, base64url without padding
 */
public record SignedCheckpoint(Checkpoint head, int keyEpoch, String keyId, String signature) {

    /** The head, signed. */
    static SignedCheckpoint sign(Checkpoint head, LogKey key) {
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(head.signedBytes()));
        String keyId = HexFormat.of().formatHex(keyId(head.origin(), key.publicKey()));
        return new SignedCheckpoint(head, key.keyEpoch(), keyId, signature);
    }

    /** How many leaves the head has. */
    public long size() {
        return head.size();
    }

    /** The signed note (C2SP signed-note). */
    public String note() {
        byte[] raw = Base64.getUrlDecoder().decode(signature);
        byte[] signed = ByteBuffer.allocate(4 + raw.length)
                .put(HexFormat.of().parseHex(keyId))
                .put(raw)
                .array();
        return head.text() + "\n\u2014 " + head.origin() + " "
                + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    /** The body of {@code log:advance} with the consistency proof from the ledger's head. */
    JsonObject advanceBody(ConsistencyProof proof) {
        return toJson().without("keyId")
                .with("headRow", false)
                .withTexts("proof", proof.path().stream().map(Digest::hex).toList());
    }

    JsonObject toJson() {
        return JsonObject.empty()
                .with("origin", head.origin().value())
                .with("size", head.size())
                .with("rootHash", head.rootHash().hex())
                .with("keyEpoch", keyEpoch)
                .with("keyId", keyId)
                .with("signature", signature);
    }

    static SignedCheckpoint fromJson(JsonObject json) {
        LogOrigin origin = new LogOrigin(json.text("origin"));
        return new SignedCheckpoint(
                new Checkpoint(origin, json.integer("size"), new Digest(json.text("rootHash"))),
                Math.toIntExact(json.integer("keyEpoch")),
                json.text("keyId"),
                json.text("signature"));
    }

    // The first 4 bytes of SHA-256 over name, 0x0A, algorithm 0x01 and public key (C2SP signed-note).
    private static byte[] keyId(LogOrigin origin, byte[] publicKey) {
        byte[] name = origin.value().getBytes(StandardCharsets.UTF_8);
        byte[] named = ByteBuffer.allocate(name.length + 2 + publicKey.length)
                .put(name)
                .put((byte) 0x0A)
                .put((byte) 0x01)
                .put(publicKey)
                .array();
        return Arrays.copyOf(new JdkDigests().sha256(named), 4);
    }
}
