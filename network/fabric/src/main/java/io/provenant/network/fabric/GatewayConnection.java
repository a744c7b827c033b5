package io.provenant.network.fabric;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.provenant.network.fabric.node.PeerPlace;
import java.io.IOException;
import java.nio.file.Path;

/** The way to a peer's gateway, which proves itself by its organisation's root. */
final class GatewayConnection {

    /** Fabric's blocks are up to 10 MB here, and gRPC's own limit of 4 MiB would cut them. */
    private static final int MESSAGE_LIMIT_BYTES = 100 * 1024 * 1024;

    private GatewayConnection() {}

    /** A new connection; whoever asks for it shuts it down. */
    static ManagedChannel open(PeerPlace peer) {
        Path root = root(peer);
        try {
            ChannelCredentials trust = TlsChannelCredentials.newBuilder()
                    .trustManager(root.toFile())
                    .build();
            return Grpc.newChannelBuilder(peer.address(), trust)
                    .maxInboundMessageSize(MESSAGE_LIMIT_BYTES)
                    .build();
        } catch (IOException e) {
            throw new FabricException("cannot read " + root, e);
        }
    }

    /** The root, a PEM file. */
    static Path root(PeerPlace peer) {
        return peer.tls().resolve("ca.crt");
    }
}
