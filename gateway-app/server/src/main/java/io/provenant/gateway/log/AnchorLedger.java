package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.LogOrigin;
import java.util.List;

/** What the log asks of the ledger; bound to the ledger client at the wiring, to a fake in tests. */
public interface AnchorLedger {

    /**
     * The committed head of a log ({@code LHD}).
     *
     * @param txId the transaction that wrote it; its block
     */
    record Head(long size, Digest rootHash, String txId, long blockNumber) {}

    /** The head of this log; the log was opened on the ledger before. */
    Head head(LogOrigin origin) throws AnchorUnavailableException;

    /**
     * Submits {@code log:advance} and returns once it is committed. An unknown outcome is {@link
     * AnchorUnavailableException}: the next step reads the head and sees.
     */
    void advance(JsonObject body) throws AnchorUnavailableException, AnchorRefusedException;

    /** The attestation file (domain 3a.12) over these keys, which ascend. */
    JsonObject attest(List<String> keys) throws AnchorUnavailableException;
}
