package io.provenant.gateway.ledger.block;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A call of the chaincode, as it stands in a block.
 *
 * @param number its position in the block
 * @param payloadHash SHA-256 of the signed payload: a transaction id alone can be copied by anybody
 * @param ms the proposal's time, UTC milliseconds
 * @param code what this organisation's peer found
 * @param command the first argument
 * @param actor the member {@code actor} of the envelope
 * @param facts {@code {key, rev, fact}} of the event
 */
public record LedgerTransaction(
        int number,
        String txId,
        Digest payloadHash,
        long ms,
        TxValidationCode code,
        Creator creator,
        String command,
        Optional<JsonObject> actor,
        WriteSet writeSet,
        List<JsonObject> facts) {

    /** Copies the facts in. */
    public LedgerTransaction {
        facts = List.copyOf(facts);
    }

    /** True if it counts. */
    public boolean isValid() {
        return code == TxValidationCode.VALID;
    }
}
