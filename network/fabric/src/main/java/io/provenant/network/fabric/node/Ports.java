package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of a network: free ones at its first start, the same ones ever after, for its channel names them. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768; // Linux; ip_local_port_range
    private static final int ATTEMPTS = 100;
    private static final Duration LEFTOVERS = Duration.ofSeconds(5);

    private final Path file;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final List<ServerSocket> held = new ArrayList<>();

    private Ports(Path file) {
        this.file = file;
    }

    static Ports load(Path file) {
        Ports ports = new Ports(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties
                        .stringPropertyNames()
                        .forEach(name -> ports.ports.put(name, Integer.valueOf(properties.getProperty(name))));
            } catch (IOException | IllegalArgumentException e) {
                throw new FabricException("cannot read the ports in " + file, e);
            }
        }
        return ports;
    }

    int of(String name) {
        return ports.computeIfAbsent(name, absent -> free());
    }

    /** Refuses where a node's port is gone that blocks name: another one would be nobody's address. */
    void requireKept(String name) {
        if (!ports.containsKey(name)) {
            throw new FabricException(file + " has no port of " + name
                    + " any more, and the channel's blocks name it\nnext: bring the file back from a copy; or begin anew,"
                    + " without the network's data: scripts/network reset");
        }
    }

    /** Keeps new ports for the next start, and lets those go that were held so that none is given twice. */
    void save() {
        if (held.isEmpty()) {
            return;
        }
        Properties properties = new Properties();
        ports.forEach((name, port) -> properties.setProperty(name, String.valueOf(port)));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                properties.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new FabricException("cannot keep the ports in " + file, e);
        }
    }

    /** Refuses where another program listens on one of the ports; what ends with a network that crashed is waited for. */
    void requireFree() {
        ports.forEach((name, port) -> {
            if (!Waiting.within(LEFTOVERS, () -> isFree(port))) {
                throw new FabricException("port " + port + " is in use, which " + file + " gives to " + name
                        + ": stop what listens there. The channel's blocks name the ports of peers and orderers; those"
                        + " of operations, admin, chaincode and services may be changed in that file");
            }
        });
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    // None that the system gives to a connection while the network is down.
    private int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, FIRST_OF_CONNECTIONS)
                .limit(ATTEMPTS)
                .filter(this::hold)
                .findFirst()
                .orElseThrow(() -> new FabricException("there is no free port on loopback"));
    }

    private boolean hold(int port) {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
