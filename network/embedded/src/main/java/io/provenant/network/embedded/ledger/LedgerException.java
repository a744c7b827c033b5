package io.provenant.network.embedded.ledger;

/** What a peer refuses during a simulation, in the peer's words. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message) {
        super(message);
    }
}
