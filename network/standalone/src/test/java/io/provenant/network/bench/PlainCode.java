package io.provenant.network.bench;

import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.provenant.network.standalone.ledger.JavaCommand;
import io.provenant.network.standalone.ledger.LedgerCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/** The plain chaincode as a ledger runs it. */
public record PlainCode() implements LedgerCode {

    /** Its name on the channel. */
    public static final String NAME = "basic";

    @Override
    public String chaincode() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String label() {
        return NAME + "_1";
    }

    /** The SDK's router serves a port only; this hands a peer's stream on to it. */
    @Override
    public BindableService inProcess() {
        int port = freePort();
        Thread serving = new Thread(() -> serve(port), "plain chaincode");
        serving.setDaemon(true);
        serving.start();
        ManagedChannel connection = Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create())
                .build();
        return new ChaincodeGrpc.ChaincodeImplBase() {
            @Override
            public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
                return ChaincodeGrpc.newStub(connection).withWaitForReady().connect(toPeer);
            }
        };
    }

    private void serve(int port) {
        try {
            ContractRouter router = new ContractRouter(new String[] {"-i", label() + ":1"});
            Metrics.initialize(router.getChaincodeConfig());
            Traces.initialize(router.getChaincodeConfig());
            ChaincodeServerProperties server = new ChaincodeServerProperties();
            server.setServerAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            router.startRouterWithChaincodeServer(new NettyChaincodeServer(router, server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the SDK and its libraries as {@code chaincode.jar} holds them; the router scans all of a class path for contracts. */
    @Override
    public List<String> command() {
        return JavaCommand.from(PlainService.class, ChaincodeBase.class);
    }

    @Override
    public Optional<String> collections(List<String> mspIds) {
        return Optional.empty();
    }
}
