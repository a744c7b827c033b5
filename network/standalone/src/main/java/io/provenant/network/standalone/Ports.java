package io.provenant.network.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the gateways and the issuer listen, on loopback.
 *
 * @param issuer the development issuer's; a fixed one, since tokens name it
 * @param first the first gateway's, the others follow; 0: any free ones
 */
record Ports(int issuer, int first) {

    /** The issuer at this port and the gateways at the next ones. */
    static Ports from(int base) {
        return new Ports(base, base + 1);
    }

    /** Free ones, as the system gives them. */
    static Ports free() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Ports(probe.getLocalPort(), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no free port on loopback", e);
        }
    }

    int gateway(int place) {
        return first == 0 ? 0 : first + place;
    }
}
