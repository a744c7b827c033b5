package io.provenant.gateway.log;

import io.provenant.merkle.LogOrigin;

/** The log was not held against its head on the ledger yet: it takes nothing in and signs nothing until it was. */
public final class LogUncheckedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUncheckedException(LogOrigin origin) {
        super("nobody could say yet which head of " + origin + " the ledger holds");
    }
}
