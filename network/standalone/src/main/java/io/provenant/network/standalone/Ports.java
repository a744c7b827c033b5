package io.provenant.network.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the gateways and the issuer listen, on loopback.
 *
 * @param issuer the development issuer's; a fixed one, since tokens name it
 * @param first the first gateway's, the others follow; 0: any free ones
 */
record Ports(int issuer, int first) {

    private static final int LOWEST = 20_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768; // Linux; ip_local_port_range
    private static final int ATTEMPTS = 100;

    /** The issuer at this port and the gateways at the next ones. */
    static Ports from(int base) {
        return new Ports(base, base + 1);
    }

    /** Free ones. The issuer's is none that the system gives to a connection before the issuer listens. */
    static Ports free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, FIRST_OF_CONNECTIONS)
                .limit(ATTEMPTS)
                .filter(Ports::isFree)
                .mapToObj(port -> new Ports(port, 0))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port on loopback"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    int gateway(int place) {
        return first == 0 ? 0 : first + place;
    }
}
