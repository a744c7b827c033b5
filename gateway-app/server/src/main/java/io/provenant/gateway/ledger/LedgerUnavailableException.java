package io.provenant.gateway.ledger;

/** A question to the ledger got no answer; nothing was changed by asking. */
public final class LedgerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what was asked, and why there was no answer. */
    public LedgerUnavailableException(String message) {
        super(message);
    }

    /** The same, with the failure behind it. */
    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
