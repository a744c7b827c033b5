package io.provenant.gateway.log;

/** The ledger did not answer, or the outcome is unknown: the next step tries again from the committed head. */
public final class AnchorUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what was asked, and why there was no answer. */
    public AnchorUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
