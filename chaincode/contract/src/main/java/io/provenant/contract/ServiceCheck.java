package io.provenant.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/**
 * The health check of a container that runs the {@link ChaincodeService}: exit status 0 where it takes connections. It
 * asks on loopback at the port of {@code CHAINCODE_SERVER_ADDRESS}, and needs no shell.
 */
public final class ServiceCheck {

    private static final int PATIENCE_MS = 2_000;

    private ServiceCheck() {}

    /** Ends with status 0 where the service listens, else with 1 and the reason. */
    public static void main(String[] arguments) {
        System.exit(listens(System.getenv()) ? 0 : 1);
    }

    private static boolean listens(Map<String, String> settings) {
        String address = settings.getOrDefault("CHAINCODE_SERVER_ADDRESS", "");
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            return true;
        } catch (IOException | NumberFormatException e) {
            System.err.println("no service at CHAINCODE_SERVER_ADDRESS \"" + address + "\": " + e.getMessage());
            return false;
        }
    }
}
