package io.provenant.network.embedded.deliver;

import org.hyperledger.fabric.protos.common.Block;

/** Where followed blocks go, one after another. */
public interface BlockSink {

    /** Whether the next block can be taken now; {@link BlockFollower#signal()} tells when it can later. */
    boolean isReady();

    /** Takes a block; false ends the following. */
    boolean take(Block block);
}
