package io.provenant.network.embedded.validation;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Carries the code of the first check that a transaction does not pass; never leaves this package. */
final class InvalidTransactionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TxValidationCode code;

    InvalidTransactionException(TxValidationCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    static void unless(boolean isPassed, TxValidationCode code) throws InvalidTransactionException {
        if (!isPassed) {
            throw new InvalidTransactionException(code);
        }
    }

    TxValidationCode code() {
        return code;
    }
}
