package io.provenant.gateway.ledger.fabric;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where this organisation's peer listens, with TLS.
 *
 * @param tlsRoots PEM file of the roots that its TLS certificate chains to
 * @param tlsName the name in that certificate, where it is not the host
 * @param client this gateway's own TLS certificate, where the peer asks for one
 */
public record PeerChannel(
        String host, int port, Path tlsRoots, Optional<String> tlsName, Optional<ClientCertificate> client) {

    /** A certificate and its key, two PEM files. */
    public record ClientCertificate(Path certificate, Path key) {}

    // Above the orderers' AbsoluteMaxBytes, 99 MiB by default: a block must fit. gRPC's own limit is 4 MiB.
    private static final int MAX_MESSAGE_BYTES = 128 * 1024 * 1024;

    /** Opens the channel; it connects at the first call, and again after each loss. */
    public ManagedChannel open() {
        try {
            SslContextBuilder tls = GrpcSslContexts.forClient().trustManager(tlsRoots.toFile());
            client.ifPresent(
                    own -> tls.keyManager(own.certificate().toFile(), own.key().toFile()));
            NettyChannelBuilder channel = NettyChannelBuilder.forAddress(host, port)
                    .sslContext(tls.build())
                    .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                    .keepAliveTime(120, TimeUnit.SECONDS) // a peer hangs up on pings more often than once a minute
                    .keepAliveTimeout(20, TimeUnit.SECONDS);
            tlsName.ifPresent(channel::overrideAuthority);
            return channel.build();
        } catch (IOException e) {
            throw new UncheckedIOException("TLS towards " + host + ":" + port, e);
        }
    }
}
