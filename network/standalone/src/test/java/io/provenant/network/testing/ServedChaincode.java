package io.provenant.network.testing;

import java.net.InetSocketAddress;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;

/** Where a chaincode listens that runs as a service with mutual TLS, as its environment says. */
public final class ServedChaincode {

    private static final int CONNECTION_AGE_S = 86_400;

    private ServedChaincode() {}

    /** The package that this process serves. */
    public static String packageId() {
        return System.getenv("CORE_CHAINCODE_ID_NAME");
    }

    /** How it is served. */
    public static ChaincodeServerProperties server() {
        String address = System.getenv("CHAINCODE_SERVER_ADDRESS");
        int colon = address.lastIndexOf(':');
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        server.setServerAddress(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        server.setMaxConnectionAgeSeconds(CONNECTION_AGE_S);
        server.setTlsEnabled(true);
        server.setKeyCertChainFile(System.getenv("CHAINCODE_TLS_CERT"));
        server.setKeyFile(System.getenv("CHAINCODE_TLS_KEY"));
        server.setTrustCertCollectionFile(System.getenv("CHAINCODE_CLIENT_CA_CERT"));
        return server;
    }
}
