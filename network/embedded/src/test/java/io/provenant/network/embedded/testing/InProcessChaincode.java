package io.provenant.network.embedded.testing;

import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/** A chaincode of a test on the real shim, to which a peer in this JVM connects; it needs nothing at its start. */
public abstract class InProcessChaincode extends ChaincodeBase {

    protected InProcessChaincode(String packageId) {
        processEnvironmentOptions();
        processCommandLineOptions(new String[] {"-i", packageId});
        Properties settings = getChaincodeConfig();
        Metrics.initialize(settings);
        Traces.initialize(settings);
    }

    /** The service to which a peer connects; one object serves one peer. */
    public final BindableService asService() {
        return new ChaincodeGrpc.ChaincodeImplBase() {
            @Override
            public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
                try {
                    return connectToPeer(toPeer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public final Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }
}
