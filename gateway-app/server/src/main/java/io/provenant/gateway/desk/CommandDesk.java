package io.provenant.gateway.desk;

import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import java.util.UUID;

/** Submits a command at most once under an idempotency key. */
public interface CommandDesk {

    /**
     * Submits, or repeats the first answer of the last 24 hours under this key. Keys of different persons never meet.
     * An answer that was {@link Submission.Unavailable} is not kept: nothing was sent. One that was {@link
     * Submission.Indeterminate} becomes definite here once the block stream has spoken.
     */
    Submission submit(Signatory as, LedgerCommand command, UUID idempotencyKey) throws KeyReusedException;
}
