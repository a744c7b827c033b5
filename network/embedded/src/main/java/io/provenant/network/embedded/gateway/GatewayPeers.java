package io.provenant.network.embedded.gateway;

import java.util.List;
import java.util.Optional;

/** The running peers as one organisation's gateway sees them. */
final class GatewayPeers {

    private final String channel;
    private final String chaincode;
    private final String localMspId;
    private final PeerDirectory directory;

    GatewayPeers(String channel, String chaincode, String localMspId, PeerDirectory directory) {
        this.channel = channel;
        this.chaincode = chaincode;
        this.localMspId = localMspId;
        this.directory = directory;
    }

    String localMspId() {
        return localMspId;
    }

    /** The gateway's own peer. */
    Optional<GatewayPeer> local() {
        return directory.running().stream()
                .filter(peer -> peer.mspId().equals(localMspId))
                .findFirst();
    }

    /** The peer of an organisation, if it has the chaincode. */
    Optional<GatewayPeer> withChaincode(String channelId, String name, String mspId) {
        return withChaincode(channelId, name).stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst();
    }

    /** All peers that have the chaincode. */
    List<GatewayPeer> withChaincode(String channelId, String name) {
        boolean isKnown = channelId.equals(channel) && name.equals(chaincode);
        return directory.running().stream()
                .filter(peer -> isKnown && peer.endorser().hasChaincode())
                .toList();
    }
}
