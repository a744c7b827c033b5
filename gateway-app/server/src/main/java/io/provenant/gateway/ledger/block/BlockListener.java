package io.provenant.gateway.ledger.block;

/** Whoever wants each block once, in order, and remembers by itself how far it came. */
public interface BlockListener {

    /** The number of the first block it wants. */
    long nextBlock();

    /** Takes the next block. {@link BlockFaultException} ends it; any other has the same block brought again later. */
    void accept(LedgerBlock block);
}
