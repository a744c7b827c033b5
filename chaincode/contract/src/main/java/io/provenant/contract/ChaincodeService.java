package io.provenant.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * The chaincode as a service of its own, one process a peer. Settings come from the environment:
 * {@code CORE_CHAINCODE_ID_NAME}, {@code CHAINCODE_SERVER_ADDRESS} (host:port), and for mutual TLS
 * {@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY} (PKCS#8) and {@code CHAINCODE_CLIENT_CA_CERT}, PEM files.
 */
public final class ChaincodeService {

    private static final int CONNECTION_AGE_S = 86_400; // the default of 5 s only fills logs

    private ChaincodeService() {}

    /** Serves until the process is stopped; refuses to start with another jar than the package's. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            serve(System.getenv());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("chaincode not started: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Map<String, String> settings) throws IOException, InterruptedException {
        String packageId = required(settings, "CORE_CHAINCODE_ID_NAME");
        String running = CodeDigest.ofRunningCode();
        CodeDigest.requireMatch(packageId, running);
        ProvenantChaincode chaincode = new ProvenantChaincode(packageId, running);
        new NettyChaincodeServer(chaincode, server(settings)).start();
    }

    private static ChaincodeServerProperties server(Map<String, String> settings) {
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        server.setServerAddress(address(required(settings, "CHAINCODE_SERVER_ADDRESS")));
        server.setMaxConnectionAgeSeconds(CONNECTION_AGE_S);
        if (settings.containsKey("CHAINCODE_TLS_CERT")) {
            server.setTlsEnabled(true);
            server.setKeyCertChainFile(required(settings, "CHAINCODE_TLS_CERT"));
            server.setKeyFile(required(settings, "CHAINCODE_TLS_KEY"));
            server.setTrustCertCollectionFile(required(settings, "CHAINCODE_CLIENT_CA_CERT"));
        }
        return server;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("CHAINCODE_SERVER_ADDRESS is no host:port: " + text);
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static String required(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
