package io.provenant.gateway.log;

/** The log's files contradict what the log signed: it does not start, so that it signs nothing else. */
public final class LogCorruptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogCorruptException(String message) {
        super(message + "; restore the log's folder from its backup, nothing was changed");
    }
}
