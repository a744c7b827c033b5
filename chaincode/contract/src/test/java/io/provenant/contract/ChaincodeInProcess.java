package io.provenant.contract;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The chaincode behind the real shim, with a peer of a sorted map, in this process. */
final class ChaincodeInProcess implements AutoCloseable {

    // The shim never ends its side of a stream: that this peer went is no failure to report.
    private static final Logger STREAM = Logger.getLogger("org.hyperledger.fabric.shim.ChaincodeBase");

    private final Server server;
    private final ManagedChannel channel;
    private final MemoryPeer peer;

    private ChaincodeInProcess(Server server, ManagedChannel channel) {
        this.server = server;
        this.channel = channel;
        this.peer = MemoryPeer.connect(channel);
    }

    static ChaincodeInProcess start(String packageId, String codeSha256) {
        String name = InProcessServerBuilder.generateName();
        try {
            Server server = InProcessServerBuilder.forName(name)
                    .addService(new ProvenantChaincode(packageId, codeSha256).asService())
                    .build()
                    .start();
            return new ChaincodeInProcess(
                    server, InProcessChannelBuilder.forName(name).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MemoryPeer peer() {
        return peer;
    }

    @Override
    public void close() {
        STREAM.setLevel(Level.OFF);
        peer.hangUp();
        channel.shutdownNow();
        server.shutdownNow();
    }
}
