package io.provenant.network.embedded.gateway;

/** No set of running peers can endorse a transaction; the message is discovery's. */
final class UnplannableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnplannableException(String message) {
        super(message);
    }
}
