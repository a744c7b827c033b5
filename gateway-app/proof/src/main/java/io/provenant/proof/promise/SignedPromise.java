package io.provenant.proof.promise;

import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureCheck;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.note.LogPublicKey;
import java.util.List;

/**
 * A promise file (domain 3a.11): what the sender of a record takes home.
 *
 * @param foundedTx the transaction that founded the market; a promise of one market is none in another
 * @param keyEpoch the epoch under which the ledger knows the key
 * @param signature the raw Ed25519 signature, base64url
 */
public record SignedPromise(String channel, String foundedTx, Promise promise, long keyEpoch, String signature) {

    private static final ProofFile FORM = new ProofFile(
            "Promise", List.of("channel", "foundedTx", "promise", "keyEpoch", "alg", "signature"), List.of());
    private static final String ALG = "ED25519";

    /** The bytes that the log signs, {@code pvn/promise/v1}. */
    public static byte[] signedBytes(String channel, String foundedTx, Promise promise) {
        return Framing.of("pvn/promise/v1")
                .part(channel)
                .part(foundedTx)
                .part(promise.toJson())
                .bytes();
    }

    /** Reads the object of a promise file. */
    public static SignedPromise parse(JsonObject json) {
        FORM.check(json);
        if (!json.text("alg").equals(ALG)) {
            throw new IllegalArgumentException("a log signs by " + ALG + ", not " + json.text("alg"));
        }
        SignedPromise file = new SignedPromise(
                json.text("channel"),
                json.text("foundedTx"),
                Promise.parse(json.object("promise")),
                json.integer("keyEpoch"),
                json.text("signature"));
        StrictBase64.fromUrl(file.signature);
        return file;
    }

    /** The promise file. */
    public JsonObject toJson() {
        return FORM.start()
                .with("channel", channel)
                .with("foundedTx", foundedTx)
                .with("promise", promise.toJson())
                .with("keyEpoch", keyEpoch)
                .with("alg", ALG)
                .with("signature", signature);
    }

    /** True if this key of the log made the signature. */
    public boolean isSignedBy(LogPublicKey key, SignatureCheck signatures) {
        byte[] bytes = signedBytes(channel, foundedTx, promise);
        return key.verifies(signatures, bytes, StrictBase64.fromUrl(signature));
    }
}
