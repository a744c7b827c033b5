package io.provenant.proof.receipt;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.util.List;

/** The transaction and block that a receipt says anchored its checkpoint: a claim, until an attestation shows it. */
public record AnchorClaim(String txId, long blockNumber) {

    /** Refuses a transaction id that is none. */
    public AnchorClaim {
        txId = new Digest(txId).hex();
    }

    static AnchorClaim parse(JsonObject json) {
        ProofFile.members("anchor", json, List.of("txId", "blockNumber"), List.of());
        return new AnchorClaim(json.text("txId"), json.integer("blockNumber"));
    }

    JsonObject toJson() {
        return JsonObject.empty().with("txId", txId).with("blockNumber", blockNumber);
    }
}
