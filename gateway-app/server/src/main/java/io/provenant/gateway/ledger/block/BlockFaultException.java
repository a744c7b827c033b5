package io.provenant.gateway.ledger.block;

/**
 * A block that cannot be taken, now or later: a gap, a broken hash chain, bytes that are none, contents of an unknown
 * kind. Whoever reads the blocks stops, and a person must look.
 */
public class BlockFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the block, and what is wrong. */
    public BlockFaultException(String message) {
        super(message);
    }

    BlockFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
