package io.provenant.network.embedded.block;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/** What a channel's first block says: its organisations, its orderer and how blocks are cut. */
public record ChannelProfile(
        String channelId,
        List<FabricMSPConfig> organisations,
        OrdererProfile orderer,
        int maxMessageCount,
        Duration batchTimeout,
        Instant createdAt) {

    public ChannelProfile {
        if (!channelId.matches("[a-z][a-z0-9.-]{0,248}")) {
            throw new IllegalArgumentException("a channel id is lower-case letters, digits, dots and dashes and begins"
                    + " with a letter, not \"" + channelId + "\"");
        }
        organisations = List.copyOf(organisations);
    }
}
