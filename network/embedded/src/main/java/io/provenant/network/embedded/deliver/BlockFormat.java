package io.provenant.network.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** How a block is sent to a reader. */
@FunctionalInterface
interface BlockFormat {

    /** The message; a block whose transactions cannot be read in this form is an exception. */
    DeliverResponse of(Block block, Member reader) throws InvalidProtocolBufferException;
}
