package io.provenant.proof.attestation;

import java.time.Instant;

/** The state of the fence: the last mark of time that the ledger itself made. */
public record Tick(long no, long tickMs) {

    /** The time of the transaction that made the mark. */
    public Instant time() {
        return Instant.ofEpochMilli(tickMs);
    }
}
