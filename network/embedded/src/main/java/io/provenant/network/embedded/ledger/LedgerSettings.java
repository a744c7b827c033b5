package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.access.SigningIdentity;
import io.provenant.network.embedded.block.ChannelProfile;
import io.provenant.network.embedded.block.GenesisBlock;
import io.provenant.network.embedded.msp.Msp;
import io.provenant.network.embedded.msp.MspMembership;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.common.Block;

/**
 * What a ledger is opened with. The folder is made where it is missing; where it holds a channel already, that must be
 * the same channel with the same organisations, for configurations are never updated.
 */
public record LedgerSettings(
        Path folder, ChannelProfile channel, ChaincodeDefinition chaincode, SigningIdentity orderer) {

    public LedgerSettings {
        if (Msp.of(channel.orderer().organisation()).find(orderer.serialized()).isEmpty()) {
            throw new IllegalArgumentException("whoever signs blocks must be a member of the orderer's organisation "
                    + channel.orderer().organisation().getName());
        }
    }

    Membership membership() {
        return MspMembership.of(channel.organisations().stream().map(Msp::of).toList());
    }

    void checkSameAs(Block genesis) {
        if (!GenesisBlock.isOf(genesis, channel)) {
            throw new IllegalArgumentException(folder + " holds another channel than " + channel.channelId()
                    + ", or one with other organisations");
        }
    }
}
