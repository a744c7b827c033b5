package io.provenant.network.embedded.node;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The two servers of one peer, on TCP with TLS and in-process, with the same services and a peer's limits. */
final class PeerServers implements AutoCloseable {

    private static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;
    private static final int STOP_S = 5;

    private final Server tcp;
    private final Server inProcess;

    private PeerServers(Server tcp, Server inProcess) {
        this.tcp = tcp;
        this.inProcess = inProcess;
    }

    /** Starts both servers; the TCP one on the port, or on any free one where that is 0. */
    static PeerServers start(
            HostPort listen, Path tlsFolder, String name, List<BindableService> services, Executor executor)
            throws IOException {
        NettyServerBuilder tcp = NettyServerBuilder.forAddress(new InetSocketAddress(listen.host(), listen.port()))
                .sslContext(GrpcSslContexts.forServer(
                                tlsFolder.resolve("server.crt").toFile(),
                                tlsFolder.resolve("server.key").toFile())
                        .build())
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
        List<ServerInterceptor> limits = List.of(
                new ConcurrencyLimit("gateway.Gateway", 500),
                new ConcurrencyLimit("protos.Endorser", 2500),
                new ConcurrencyLimit("protos.Deliver", 2500));
        Server started = with(tcp, services, limits, executor).start();
        try {
            ServerBuilder<?> inProcess = InProcessServerBuilder.forName(name);
            return new PeerServers(
                    started, with(inProcess, services, limits, executor).start());
        } catch (IOException e) {
            started.shutdownNow();
            throw e;
        }
    }

    private static Server with(
            ServerBuilder<?> builder,
            List<BindableService> services,
            List<ServerInterceptor> limits,
            Executor executor) {
        services.forEach(builder::addService);
        limits.forEach(builder::intercept);
        return builder.executor(executor).build();
    }

    int port() {
        return tcp.getPort();
    }

    /** Breaks off every call and frees the port. */
    @Override
    public void close() {
        inProcess.shutdownNow();
        tcp.shutdownNow();
        try {
            tcp.awaitTermination(STOP_S, TimeUnit.SECONDS);
            inProcess.awaitTermination(STOP_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
