package io.provenant.network.fabric;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/** A chaincode that keeps notes by name, as a service; for this module's own tests. */
final class NoteChaincode extends ChaincodeBase {

    private NoteChaincode(String packageId) {
        processEnvironmentOptions();
        processCommandLineOptions(new String[] {"-i", packageId});
        Metrics.initialize(getChaincodeConfig());
        Traces.initialize(getChaincodeConfig());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String address = System.getenv("CHAINCODE_SERVER_ADDRESS");
        int colon = address.lastIndexOf(':');
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        server.setServerAddress(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        server.setTlsEnabled(true);
        server.setKeyCertChainFile(System.getenv("CHAINCODE_TLS_CERT"));
        server.setKeyFile(System.getenv("CHAINCODE_TLS_KEY"));
        server.setTrustCertCollectionFile(System.getenv("CHAINCODE_CLIENT_CA_CERT"));
        new NettyChaincodeServer(new NoteChaincode(System.getenv("CORE_CHAINCODE_ID_NAME")), server).start();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return invoke(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> parameters = stub.getParameters();
        if (stub.getFunction().equals("write")) {
            stub.putStringState(parameters.get(0), parameters.get(1));
        }
        String note = stub.getFunction().equals("read") ? stub.getStringState(parameters.get(0)) : "";
        return ResponseUtils.newSuccessResponse(note.getBytes(StandardCharsets.UTF_8));
    }
}
