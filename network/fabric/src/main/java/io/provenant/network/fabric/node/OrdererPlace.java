package io.provenant.network.fabric.node;

import java.nio.file.Path;

/**
 * Where an orderer lives; each one is an organisation of its own.
 *
 * @param id its consenter number, from 1
 * @param host how the network's nodes name its host: loopback, or the name of its container
 * @param port where clients and the other orderers connect
 * @param adminPort where channels are joined
 * @param operationsPort where its health is asked
 */
public record OrdererPlace(int id, Path home, String host, int port, int adminPort, int operationsPort) {

    public String mspId() {
        return "Orderer" + id + "MSP";
    }

    public String domain() {
        return "orderer" + id + ".example";
    }

    /** The name that logs and processes carry. */
    public String name() {
        return "orderer." + domain();
    }

    /** The host that it binds to: all there are within a container, else loopback. */
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
        return home.resolve("orderer/msp");
    }

    public Path tls() {
        return home.resolve("orderer/tls");
    }

    /** The public MSP of the organisation, as the channel's configuration takes it in. */
    public Path publicMsp() {
        return home.resolve("msp");
    }

    public Path data() {
        return home.resolve("orderer/data");
    }

    /** Notes that it holds the channel's ledger from now on: its data may not be missing any more. */
    public void noteJoined() {
        FolderParts.noteJoined(home);
    }
}
