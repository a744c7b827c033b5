package io.provenant.network.embedded.ledger;

import org.hyperledger.fabric.protos.common.Block;

/** Told of every committed block, in order, after it is on disk; must return soon, for the next block waits. */
@FunctionalInterface
public interface BlockListener {

    void committed(Block block);
}
