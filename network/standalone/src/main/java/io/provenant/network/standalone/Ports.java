package io.provenant.network.standalone;

import io.provenant.network.standalone.identity.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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
    private static final int HIGHEST = 65_535;

    /** The issuer at this port and the gateways at the next ones. */
    static Ports from(int base) {
        return new Ports(base, base + 1);
    }

    /** Why these cannot be listened on, with what to do. */
    Optional<String> refusal() {
        if (first == 0) {
            return Optional.empty();
        }
        int last = first + Member.all().size() - 1;
        if (issuer < 1 || last > HIGHEST) {
            return Optional.of("--port is from 1 to " + (HIGHEST - Member.all().size())
                    + ", for the gateways take the next " + Member.all().size() + " ports; not " + issuer + ".");
        }
        return IntStream.rangeClosed(issuer, last)
                .filter(port -> !isFree(port))
                .mapToObj(port -> "Port " + port + " is taken: stop what listens there, or name the first of "
                        + (last - issuer + 1) + " free ones with --port.")
                .findFirst();
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
