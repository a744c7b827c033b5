package io.provenant.gateway.ledger.fabric;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.provenant.gateway.log.JdkDigests;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.identity.Identities;

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

    /** SHA-256 of the client's TLS certificate, which a peer that asks for one wants in each request for blocks. */
    public Optional<byte[]> clientHash() {
        return client.map(own -> hash(own.certificate()));
    }

    private static byte[] hash(Path certificate) {
        try (Reader in = Files.newBufferedReader(certificate, StandardCharsets.US_ASCII)) {
            return new JdkDigests()
                    .digest(Identities.readX509Certificate(in).getEncoded())
                    .bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the TLS client certificate " + certificate, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no X.509 certificate in " + certificate, e);
        }
    }

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
