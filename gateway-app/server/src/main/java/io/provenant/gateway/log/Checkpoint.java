package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed head of a log in the form of C2SP tlog-checkpoint, without extension lines (domain 3a.11).
 *
 * @param keyId the C2SP key id of the key that signed, 8 hex digits
 * @param signature the raw Ed25519 signature over the text, base64url without padding
 */
public record Checkpoint(LogOrigin origin, long size, Digest rootHash, int keyEpoch, String keyId, String signature) {

    /** The checkpoint of this head, signed. */
    static Checkpoint sign(LogOrigin origin, long size, Digest rootHash, LogKey key) {
        byte[] signature = key.sign(text(origin, size, rootHash).getBytes(StandardCharsets.UTF_8));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        String keyId = HexFormat.of().formatHex(keyId(origin, key.publicKey()));
        return new Checkpoint(origin, size, rootHash, key.keyEpoch(), keyId, text);
    }

    /** The text that is signed: origin, size and root, a line each. */
    public String text() {
        return text(origin, size, rootHash);
    }

    /** The signed note (C2SP signed-note). */
    public String note() {
        byte[] raw = Base64.getUrlDecoder().decode(signature);
        byte[] signed = ByteBuffer.allocate(4 + raw.length)
                .put(HexFormat.of().parseHex(keyId))
                .put(raw)
                .array();
        return text() + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    /** SHA-256 of the text without its signature lines. */
    public Digest checkpointHash() {
        return new JdkDigests().digest(text().getBytes(StandardCharsets.UTF_8));
    }

    /** The body of {@code log:advance} with the consistency proof from the ledger's head. */
    JsonObject advanceBody(List<Digest> proof) {
        return toJson().without("keyId")
                .with("headRow", false)
                .withTexts("proof", proof.stream().map(Digest::hex).toList());
    }

    JsonObject toJson() {
        return JsonObject.empty()
                .with("origin", origin.value())
                .with("size", size)
                .with("rootHash", rootHash.hex())
                .with("keyEpoch", keyEpoch)
                .with("keyId", keyId)
                .with("signature", signature);
    }

    static Checkpoint fromJson(JsonObject json) {
        return new Checkpoint(
                new LogOrigin(json.text("origin")),
                json.integer("size"),
                new Digest(json.text("rootHash")),
                Math.toIntExact(json.integer("keyEpoch")),
                json.text("keyId"),
                json.text("signature"));
    }

    /** The first 4 bytes of SHA-256 over name, 0x0A, algorithm 0x01 and public key (C2SP signed-note). */
    static byte[] keyId(LogOrigin origin, byte[] publicKey) {
        byte[] name = origin.value().getBytes(StandardCharsets.UTF_8);
        byte[] named = ByteBuffer.allocate(name.length + 2 + publicKey.length)
                .put(name)
                .put((byte) 0x0A)
                .put((byte) 0x01)
                .put(publicKey)
                .array();
        return java.util.Arrays.copyOf(new JdkDigests().sha256(named), 4);
    }

    private static String text(LogOrigin origin, long size, Digest rootHash) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(rootHash.bytes()) + "\n";
    }
}
