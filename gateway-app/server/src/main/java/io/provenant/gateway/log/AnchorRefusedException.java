package io.provenant.gateway.log;

/** The peers' rules refused a head: trying again gives the same answer, a person must look. */
public final class AnchorRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The refusal as the chaincode worded it, its codes first. */
    public AnchorRefusedException(String message) {
        super(message);
    }
}
