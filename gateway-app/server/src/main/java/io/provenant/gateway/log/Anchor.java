package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.util.Optional;

/**
 * A checkpoint that the ledger accepted.
 *
 * @param attestation the attestation file over this head, where one was taken before the next advance
 */
public record Anchor(SignedCheckpoint checkpoint, String txId, long blockNumber, Optional<JsonObject> attestation) {

    /** This anchor with the attestation of its head. */
    Anchor attested(JsonObject file) {
        return new Anchor(checkpoint, txId, blockNumber, Optional.of(file));
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.of("checkpoint", checkpoint.toJson())
                .with("txId", txId)
                .with("blockNumber", blockNumber);
        return attestation.map(file -> json.with("attestation", file)).orElse(json);
    }

    static Anchor parse(String line) {
        JsonObject json = StrictJsonReader.parseObject(line);
        return new Anchor(
                SignedCheckpoint.fromJson(json.object("checkpoint")),
                json.text("txId"),
                json.integer("blockNumber"),
                json.optionalObject("attestation"));
    }
}
