package io.provenant.network.embedded.node;

/** Where something listens; port 0 stands for any free one where a node of this process listens. */
public record HostPort(String host, int port) {

    private static final int MAX_PORT = 65_535;

    public HostPort {
        if (host.isEmpty() || port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("a host and a port to " + MAX_PORT + ", not " + host + ":" + port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
