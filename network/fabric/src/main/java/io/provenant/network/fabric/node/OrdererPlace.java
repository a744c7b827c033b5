package io.provenant.network.fabric.node;

import java.nio.file.Path;

/**
 * Where an orderer lives; each one is an organisation of its own.
 *
 * @param id its consenter number, from 1
 * @param port where clients and the other orderers connect
 * @param adminPort where channels are joined
 * @param operationsPort where its health is asked
 */
public record OrdererPlace(int id, Path home, int port, int adminPort, int operationsPort) {

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

    /** Host and port as clients name it. */
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
