package io.provenant.network.embedded.chaincode;

/** What the peer itself refuses to a chaincode, before it comes to the ledger. */
final class StateRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateRefusal(String message) {
        super(message);
    }
}
