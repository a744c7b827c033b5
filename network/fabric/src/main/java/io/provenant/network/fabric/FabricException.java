package io.provenant.network.fabric;

/** The network could not do what was asked; the message says what, why, and where the log is. */
public final class FabricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FabricException(String message) {
        super(message);
    }

    public FabricException(String message, Throwable cause) {
        super(message, cause);
    }
}
