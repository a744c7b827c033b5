package io.provenant.gateway.ledger.block;

import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;

/** The peer's deliver service, signed for. */
@FunctionalInterface
public interface BlockSource {

    /** The blocks from this number on, waiting for those to come; closing ends the wait. */
    CloseableIterator<Block> open(long from);
}
