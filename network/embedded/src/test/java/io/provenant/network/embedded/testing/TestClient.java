package io.provenant.network.embedded.testing;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.HostPort;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** A client of the real gateway library, on one organisation's peer. */
public final class TestClient implements AutoCloseable {

    private final ManagedChannel channel;
    private final Gateway gateway;

    private TestClient(ManagedChannel channel, Gateway gateway) {
        this.channel = channel;
        this.gateway = gateway;
    }

    /** Over gRPC's in-process transport. */
    public static TestClient inProcess(EmbeddedNode node, String peerMspId, String mspId, Credential credential) {
        return of(InProcessChannelBuilder.forName(node.inProcess(peerMspId)).build(), mspId, credential);
    }

    /** Over TCP, with TLS checked against the peer's authority. */
    public static TestClient tls(HostPort address, Path tlsFolder, String mspId, Credential credential) {
        return of(tlsChannel(address, tlsFolder), mspId, credential);
    }

    public static ManagedChannel tlsChannel(HostPort address, Path tlsFolder) {
        try {
            return NettyChannelBuilder.forAddress(address.host(), address.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(tlsFolder.resolve("ca.crt").toFile())
                            .build())
                    .maxInboundMessageSize(100 * 1024 * 1024)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestClient of(ManagedChannel channel, String mspId, Credential credential) {
        Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(mspId, credential.certificate()))
                .signer(Signers.newPrivateKeySigner(credential.privateKey()))
                .hash(Hash.SHA256)
                .connection(channel)
                .evaluateOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .endorseOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .submitOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .commitStatusOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .connect();
        return new TestClient(channel, gateway);
    }

    public ManagedChannel channel() {
        return channel;
    }

    public Gateway gateway() {
        return gateway;
    }

    public Network network() {
        return gateway.getNetwork(TestChannel.NAME);
    }

    public Contract contract() {
        return network().getContract(TestChannel.CHAINCODE);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
