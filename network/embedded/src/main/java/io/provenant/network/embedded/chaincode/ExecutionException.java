package io.provenant.network.embedded.chaincode;

/** A transaction that the chaincode did not answer; the message is the one that a peer gives for it. */
public final class ExecutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExecutionException(String message) {
        super(message);
    }
}
