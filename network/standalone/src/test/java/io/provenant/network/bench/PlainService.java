package io.provenant.network.bench;

import io.provenant.network.testing.ServedChaincode;
import java.io.IOException;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/** The plain chaincode as a service, with the mutual TLS that the SDK's own main cannot do. */
public final class PlainService {

    private PlainService() {}

    /** Serves one peer until the process is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ContractRouter router = new ContractRouter(new String[] {"-i", ServedChaincode.packageId()});
        Metrics.initialize(router.getChaincodeConfig());
        Traces.initialize(router.getChaincodeConfig());
        router.startRouterWithChaincodeServer(new NettyChaincodeServer(router, ServedChaincode.server()));
    }
}
