package io.provenant.gateway.index.postgres;

import io.provenant.gateway.ledger.block.BlockFaultException;

/** A value on the ledger that this version does not know: the index stops, for what it left out nobody would miss. */
public final class UnknownRecordException extends BlockFaultException {

    private static final long serialVersionUID = 1L;

    UnknownRecordException(String message) {
        super(message);
    }
}
