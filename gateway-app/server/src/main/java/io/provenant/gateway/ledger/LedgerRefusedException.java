package io.provenant.gateway.ledger;

import java.util.List;

/** The rules refused a question to the ledger. */
public final class LedgerRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> codes;

    /** The refusal as the chaincode worded it, {@code CODE[,CODE…]: text}. */
    public LedgerRefusedException(List<String> codes, String message) {
        super(message);
        this.codes = List.copyOf(codes);
    }

    /** The reason codes, ascending. */
    public List<String> codes() {
        return codes;
    }
}
