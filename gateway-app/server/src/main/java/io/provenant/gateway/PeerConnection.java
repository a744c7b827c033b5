package io.provenant.gateway;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.fabric.PeerChannel;

/** The channel to the organisation's peer; closed here only if it was opened here. */
record PeerConnection(ManagedChannel channel, boolean isOwn) implements AutoCloseable {

    static PeerConnection open(GatewaySettings settings, GatewayParts parts) {
        return parts.channel()
                .map(given -> new PeerConnection(given, false))
                .orElseGet(() -> new PeerConnection(connect(settings), true));
    }

    private static ManagedChannel connect(GatewaySettings settings) {
        return place(settings.peer().orElseThrow()).open();
    }

    static PeerChannel place(GatewaySettings.Peer peer) {
        return new PeerChannel(peer.host(), peer.port(), peer.tlsRoots(), peer.authority(), peer.client());
    }

    @Override
    public void close() {
        if (isOwn) {
            channel.shutdownNow();
        }
    }
}
