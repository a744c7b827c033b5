package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.access.SigningIdentity;
import io.provenant.network.embedded.block.ChannelProfile;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.nio.file.Path;

/**
 * What a ledger is opened with. The folder is made where it is missing; where it holds a channel already, that
 * channel's configuration must be the profile's.
 */
public record LedgerSettings(
        Path folder, ChannelProfile channel, ChaincodeDefinition chaincode, SigningIdentity orderer) {}
