package io.provenant.gateway;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import java.util.Optional;

/** The channel to the organisation's peer; closed here only if it was opened here. */
record PeerConnection(ManagedChannel channel, boolean isOwn) implements AutoCloseable {

    static PeerConnection open(GatewaySettings settings, GatewayParts parts) {
        return parts.channel()
                .map(given -> new PeerConnection(given, false))
                .orElseGet(() -> new PeerConnection(connect(settings), true));
    }

    private static ManagedChannel connect(GatewaySettings settings) {
        GatewaySettings.Peer peer = settings.peer().orElseThrow();
        return new PeerChannel(peer.host(), peer.port(), peer.tlsRoots(), peer.authority(), Optional.empty()).open();
    }

    @Override
    public void close() {
        if (isOwn) {
            channel.shutdownNow();
        }
    }
}
