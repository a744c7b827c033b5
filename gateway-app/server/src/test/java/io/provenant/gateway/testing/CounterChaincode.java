package io.provenant.gateway.testing;

import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/** A chaincode with one hot key: whoever adds to it collides with everybody who adds at the same time. */
public final class CounterChaincode extends ChaincodeBase {

    /** The hot key. */
    public static final String KEY = "CTR!hot";

    public CounterChaincode(String packageId) {
        processCommandLineOptions(new String[] {"-i", packageId});
        Properties settings = getChaincodeConfig();
        Metrics.initialize(settings);
        Traces.initialize(settings);
    }

    public BindableService asService() {
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
    public Chaincode.Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Chaincode.Response invoke(ChaincodeStub stub) {
        byte[] before = stub.getState(KEY);
        long next = (before.length == 0 ? 0 : Long.parseLong(new String(before, StandardCharsets.US_ASCII))) + 1;
        stub.putState(KEY, Long.toString(next).getBytes(StandardCharsets.US_ASCII));
        String answer = "{\"answer\":{\"count\":" + next + "},\"command\":\"count:add\",\"v\":1,\"writes\":[{\"key\":\""
                + KEY + "\",\"rev\":" + next + "}]}";
        return ResponseUtils.newSuccessResponse(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
