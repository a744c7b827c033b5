package io.provenant.network.embedded.chaincode;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.ConnectException;
import java.util.function.Supplier;

/** Where a chaincode serves, and how its peer speaks of it. */
public final class ChaincodeEndpoint {

    private static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

    private final String id;
    private final String address;
    private final Supplier<ManagedChannel> dial;

    private ChaincodeEndpoint(String id, String address, Supplier<ManagedChannel> dial) {
        this.id = id;
        this.address = address;
        this.dial = dial;
    }

    /** A service in a process of its own, on a connection without TLS. */
    public static ChaincodeEndpoint tcp(String id, String host, int port) {
        return new ChaincodeEndpoint(
                id,
                host + ":" + port,
                () -> NettyChannelBuilder.forAddress(host, port)
                        .usePlaintext()
                        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                        .build());
    }

    /** A service of gRPC's in-process transport. */
    public static ChaincodeEndpoint inProcess(String id, String name) {
        return new ChaincodeEndpoint(
                id, name, () -> InProcessChannelBuilder.forName(name).build());
    }

    /** The installed package's id. */
    String id() {
        return id;
    }

    /** A connection of its own, so that no earlier failure delays it. */
    ManagedChannel dial() {
        return dial.get();
    }

    /** What the peer says when a stream ended before the chaincode had registered. */
    String whyNot(Status status) {
        if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
            return "timeout expired while starting chaincode " + id + " for transaction";
        }
        if (status.getCode() == Status.Code.UNAVAILABLE) {
            return "connection to " + id + " failed: error cannot create connection for " + id
                    + ": error creating grpc connection to " + address
                    + ": failed to create new connection: connection error: desc = \"transport: error while dialing: "
                    + "dial tcp " + address + ": " + reason(status) + "\"";
        }
        return "connection to " + id + " failed: error handling chaincode stream for " + id + ": "
                + status.getDescription();
    }

    private static String reason(Status status) {
        boolean isRefused = status.getCause() instanceof ConnectException;
        return isRefused ? "connect: connection refused" : String.valueOf(status.getDescription());
    }
}
