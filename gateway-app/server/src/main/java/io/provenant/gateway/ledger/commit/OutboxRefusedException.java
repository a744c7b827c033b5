package io.provenant.gateway.ledger.commit;

/** The outbox certainly does not hold the envelope: its disk is full, or nobody could be asked to write. */
public final class OutboxRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why it was not written. */
    public OutboxRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
