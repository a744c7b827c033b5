package io.provenant.network.identity;

/** A certificate, key or folder could not be made or read; the message names which. */
public final class IdentityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
