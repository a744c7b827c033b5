package io.provenant.network.testing;

import io.provenant.network.embedded.testing.InProcessChaincode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.Logging;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;

/**
 * A chaincode that does what its arguments tell it, each a line of words such as {@code put key value}; see
 * {@link ProbeOperations}. The answer is one line for each. It knows nothing of the product.
 */
public final class ProbeChaincode extends InProcessChaincode {

    /** The name of its one function; the operations are its arguments. */
    public static final String FUNCTION = "run";

    static {
        Logging.setLogLevel("WARNING");
    }

    ProbeChaincode(String packageId) {
        super(packageId);
    }

    /** Serves one peer until the process is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new NettyChaincodeServer(new ProbeChaincode(ServedChaincode.packageId()), ServedChaincode.server()).start();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        if (!stub.getFunction().equals(FUNCTION)) {
            return ResponseUtils.newErrorResponse("no function " + stub.getFunction());
        }
        ProbeOperations operations = new ProbeOperations(stub);
        List<String> answers = new ArrayList<>();
        for (String line : stub.getParameters()) {
            List<String> words = List.of(line.split(" "));
            if (words.get(0).equals("status")) {
                return new Response(Integer.parseInt(words.get(1)), words.get(2), bytes("payload of " + words.get(1)));
            }
            answers.add(operations.run(words.get(0), words.subList(1, words.size())));
        }
        return ResponseUtils.newSuccessResponse(bytes(String.join("\n", answers)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
