package io.provenant.gateway.ledger.block;

/** Blocks that cannot be a channel's: a gap, a broken hash chain, bytes that are none. A person must look. */
public final class BlockFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the block, and what is wrong. */
    public BlockFaultException(String message) {
        super(message);
    }

    BlockFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
