package io.provenant.ledger;

import io.provenant.canonical.Digests;
import java.util.Optional;

/**
 * The transaction in which a command runs.
 *
 * @param channel the channel of the proposal
 * @param id the transaction id, 64 hex digits
 * @param ms the client's time of the proposal, UTC milliseconds; never a reason to refuse a restriction
 * @param foundedTx the transaction that founded the market, once it did
 * @param codeSha256 SHA-256 of the running chaincode jar, 64 hex digits
 * @param document the transient document, only with {@code document:deposit}
 */
public record Tx(
        String channel,
        String id,
        long ms,
        Optional<String> foundedTx,
        String codeSha256,
        Optional<String> document,
        Sender sender,
        Rules rules,
        Digests digests,
        SignatureCheck signatures) {

    /** The founding transaction, where the market exists. */
    public String market() {
        return foundedTx.orElseThrow(() -> new IllegalStateException("the market is not founded"));
    }
}
