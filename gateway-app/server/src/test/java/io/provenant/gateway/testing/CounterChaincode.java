package io.provenant.gateway.testing;

import io.provenant.network.embedded.testing.InProcessChaincode;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/** A chaincode with one hot key: whoever adds to it collides with everybody who adds at the same time. */
public final class CounterChaincode extends InProcessChaincode {

    /** The hot key. */
    public static final String KEY = "CTR!hot";

    public CounterChaincode(String packageId) {
        super(packageId);
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
