package io.provenant.network.embedded.msp;

/** An MSP configuration that no member could be checked against: a file, certificate or setting in it is unusable. */
public final class MspException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MspException(String message) {
        super(message);
    }

    MspException(String message, Throwable cause) {
        super(message, cause);
    }
}
