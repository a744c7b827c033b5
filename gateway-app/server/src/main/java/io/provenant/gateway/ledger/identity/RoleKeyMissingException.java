package io.provenant.gateway.ledger.identity;

/** There is no usable certificate and key for this person in this role: whatever needed it was not sent. */
public final class RoleKeyMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the person's alias and the role. */
    public RoleKeyMissingException(String message) {
        super(message);
    }

    /** The same, with why the files cannot be used. */
    public RoleKeyMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
