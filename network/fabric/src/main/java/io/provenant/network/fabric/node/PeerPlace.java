package io.provenant.network.fabric.node;

import java.nio.file.Path;

/**
 * Where an organisation's peer and its chaincode services live.
 *
 * @param home the organisation's folder
 * @param host how the network's nodes name the peer's host: loopback, or the name of its container
 * @param port where clients, peers and gateways connect
 * @param chaincodePort where chaincode would connect that is not a service; the peer listens all the same
 * @param operationsPort where its health is asked
 * @param isRun whether there is a peer; an organisation without one has its keys here all the same
 */
public record PeerPlace(
        String mspId,
        String domain,
        Path home,
        String host,
        int port,
        int chaincodePort,
        int operationsPort,
        boolean isRun) {

    /** The name that logs and processes carry. */
    public String name() {
        return "peer0." + domain;
    }

    /** The host that the peer binds to: all there are within a container, else loopback. */
    public String bind() {
        return host.equals("127.0.0.1") ? host : "0.0.0.0";
    }

    /** Host and port as the network's nodes name it. */
    public String networkAddress() {
        return host + ":" + port;
    }

    /** Host and port as clients on this machine name it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public Path msp() {
        return home.resolve("peer/msp");
    }

    public Path tls() {
        return home.resolve("peer/tls");
    }

    public Path adminMsp() {
        return home.resolve("admin/msp");
    }

    /** The public MSP of the organisation, as the channel's configuration takes it in. */
    public Path publicMsp() {
        return home.resolve("msp");
    }

    /** The TLS credential of the organisation's chaincode services. */
    public Path serviceTls() {
        return home.resolve("chaincode/tls");
    }

    /** The TLS credential by which the peer proves itself to them. */
    public Path serviceClientTls() {
        return home.resolve("chaincode/client");
    }

    /** What the external builder hands the peer, one file a package label. */
    public Path connections() {
        return home.resolve("chaincode/connections");
    }

    /** Chaincode packages that were installed on the peer. */
    public Path packages() {
        return home.resolve("chaincode/packages");
    }

    public Path data() {
        return home.resolve("peer/data");
    }

    /** Whether it was noted that its peer holds the channel's ledger. */
    public boolean hasJoined() {
        return FolderParts.hasJoined(home);
    }

    /** Notes that its peer holds the channel's ledger from now on: its data may not be missing any more. */
    public void noteJoined() {
        FolderParts.noteJoined(home);
    }
}
