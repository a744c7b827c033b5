package io.provenant.network.embedded.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyValue;

/** A chaincode on the real shim that does on request what a peer has to cope with. */
public final class ProbeChaincode extends InProcessChaincode {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final Logger SHIM = Logger.getLogger("org.hyperledger"); // held, else its level is forgotten

    static {
        SHIM.setLevel(Level.OFF);
    }

    public ProbeChaincode(String packageId) {
        super(packageId);
    }

    /** How often any probe of this JVM has run. */
    public static int runs() {
        return RUNS.get();
    }

    @Override
    public Chaincode.Response invoke(ChaincodeStub stub) {
        RUNS.incrementAndGet();
        List<String> given = stub.getParameters();
        return switch (stub.getFunction()) {
            case "status" ->
                new Chaincode.Response(Integer.parseInt(given.get(0)), "status " + given.get(0), new byte[] {1});
            case "fail" -> ResponseUtils.newErrorResponse(given.get(0));
            case "crash" -> throw new IllegalStateException(given.get(0));
            case "never" -> never();
            default -> answered(stub, given);
        };
    }

    /** As the contract API does: of exceptions nothing but the intended ones' message comes out. */
    private static Chaincode.Response answered(ChaincodeStub stub, List<String> given) {
        try {
            return ResponseUtils.newSuccessResponse(run(stub, given).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return ResponseUtils.newErrorResponse(e);
        }
    }

    private static String run(ChaincodeStub stub, List<String> given) {
        switch (stub.getFunction()) {
            case "put" -> stub.putStringState(given.get(0), given.get(1));
            case "add" -> stub.putStringState(given.get(0), stub.getStringState(given.get(0)) + given.get(1));
            case "delete" -> stub.delState(given.get(0));
            case "get" -> {
                return stub.getStringState(given.get(0));
            }
            case "range" -> {
                return keys(stub.getStateByRange(given.get(0), given.get(1)));
            }
            case "count" -> stub.putStringState(given.get(2), keys(stub.getStateByRange(given.get(0), given.get(1))));
            case "history" -> {
                List<String> values = new ArrayList<>();
                stub.getHistoryForKey(given.get(0)).forEach(change -> values.add(change.getStringValue()));
                return String.join(",", values);
            }
            case "query" -> stub.getQueryResult(given.get(0));
            case "event" -> {
                stub.setEvent("first", new byte[] {1});
                stub.setEvent(given.get(0), given.get(1).getBytes(StandardCharsets.UTF_8));
            }
            case "own" -> stub.setStateValidationParameter(given.get(0), policy(given.get(1)));
            case "random" -> stub.putStringState("random", stub.getTxId() + RUNS.get());
            case "call" -> stub.invokeChaincodeWithStringArgs(given.get(0), "get", "k");
            default -> {
                return runPrivately(stub, given);
            }
        }
        return "done";
    }

    private static String runPrivately(ChaincodeStub stub, List<String> given) {
        String collection = given.get(0);
        switch (stub.getFunction()) {
            case "deposit" ->
                stub.putPrivateData(
                        collection, given.get(1), stub.getTransient().get("value"));
            case "depositAndPut" -> {
                stub.putPrivateData(
                        collection, given.get(1), stub.getTransient().get("value"));
                stub.putStringState(given.get(1), "deposited");
            }
            case "withdraw" -> stub.delPrivateData(collection, given.get(1));
            case "purge" -> stub.purgePrivateData(collection, given.get(1));
            case "read" -> {
                return stub.getPrivateDataUTF8(collection, given.get(1));
            }
            case "cite" ->
                stub.putStringState(
                        "cited", HexFormat.of().formatHex(stub.getPrivateDataHash(collection, given.get(1))));
            case "privateRange" -> {
                return keys(stub.getPrivateDataByRange(collection, given.get(1), given.get(2)));
            }
            case "privateRangeAndPut" -> {
                keys(stub.getPrivateDataByRange(collection, given.get(1), given.get(2)));
                stub.putStringState("after", "range");
            }
            default -> throw new IllegalArgumentException("no function " + stub.getFunction());
        }
        return "done";
    }

    private static String keys(Iterable<KeyValue> results) {
        List<KeyValue> all = new ArrayList<>();
        results.forEach(all::add);
        return all.stream().map(KeyValue::getKey).collect(Collectors.joining(","));
    }

    private static byte[] policy(String mspId) {
        StateBasedEndorsement policy =
                StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(null);
        policy.addOrgs(StateBasedEndorsement.RoleType.RoleTypePeer, mspId);
        return policy.policy();
    }

    /** Keeps the transaction until long after the peer has given it up. */
    private static Chaincode.Response never() {
        try {
            boolean isOver = new CountDownLatch(1).await(10, TimeUnit.SECONDS);
            return ResponseUtils.newSuccessResponse(String.valueOf(isOver).getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ResponseUtils.newErrorResponse("interrupted");
        }
    }
}
