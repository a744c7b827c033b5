package io.provenant.gateway.evidence;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.ReceiptState;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.receipt.Receipt;
import java.util.List;

/**
 * Receipts, each as full as log and ledger can make it now. The anchoring loop attests every head before the next one;
 * where it was cut short, the ledger is asked here, and its answer is only used if the head is still the same.
 */
public final class ReceiptFiles {

    private final LedgerClient ledger;

    /** Asks this ledger for what an anchored receipt lacks. */
    public ReceiptFiles(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** The receipt of a record, in canonical form as a verifier reads it. */
    public JsonObject of(Log log, long index) throws LedgerUnavailableException {
        JsonObject receipt = log.receipt(index);
        return log.state(index) == ReceiptState.ANCHORED ? attested(log, receipt) : receipt;
    }

    private JsonObject attested(Log log, JsonObject receipt) throws LedgerUnavailableException {
        String origin = log.origin().value();
        try {
            JsonObject file = ledger.attest(List.of("EQV!" + origin, "LHD!" + origin, "LOG!" + origin));
            return isOfThisHead(receipt, file, origin) ? receipt.with("attestation", file) : receipt;
        } catch (LedgerRefusedException e) {
            throw new LedgerUnavailableException("the ledger would not attest the head of " + origin, e);
        }
    }

    private static boolean isOfThisHead(JsonObject receipt, JsonObject file, String origin) {
        long size = Receipt.parse(receipt)
                .proof()
                .map(proof -> proof.note().checkpoint().size())
                .orElse(-1L);
        return AttestationFile.parse(file)
                .response()
                .state()
                .entry("LHD!" + origin)
                .filter(head -> head.integer("size") == size)
                .isPresent();
    }
}
