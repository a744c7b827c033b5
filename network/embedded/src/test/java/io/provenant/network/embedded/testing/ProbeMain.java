package io.provenant.network.embedded.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** The probe chaincode as a process of its own, on the port that is its argument. */
public final class ProbeMain {

    private ProbeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        server.setServerAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
        server.setMaxConnectionAgeSeconds(86_400);
        new NettyChaincodeServer(new ProbeChaincode("probe:1"), server).start();
    }
}
