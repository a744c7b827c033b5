package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;

/** Files or head of the log are not as they should be: it takes nothing in and signs nothing until it is restored. */
public final class LogStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogStoppedException(LogOrigin origin, RuntimeException cause) {
        super(origin + " stopped: " + cause.getMessage(), cause);
    }
}
