package io.provenant.network.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** The words that the probe chaincode knows, one for each call of the shim and one for each way to misbehave. */
final class ProbeOperations {

    private interface Operation {
        String run(List<String> words) throws Exception;
    }

    private static final String DONE = "";
    private static final String ABSENT = "absent";

    private final ChaincodeStub stub;
    private final Map<String, Operation> operations = new TreeMap<>();

    ProbeOperations(ChaincodeStub stub) {
        this.stub = stub;
        addState();
        addPrivateState();
        addTransaction();
        addMisbehaviour();
    }

    String run(String name, List<String> words) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("the probe has no operation " + name);
        }
        try {
            return operation.run(words);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void addState() {
        operations.put("get", words -> text(stub.getState(words.get(0))));
        operations.put("put", words -> put(words.get(0), words.size() > 1 ? words.get(1) : ""));
        operations.put("fill", words -> fill(words.get(0), Integer.parseInt(words.get(1))));
        operations.put("del", words -> done(() -> stub.delState(words.get(0))));
        operations.put("range", words -> rows(stub.getStateByRange(words.get(0), words.get(1)), words.get(2)));
        operations.put(
                "page",
                words -> rows(
                        stub.getStateByRangeWithPagination(
                                words.get(0), words.get(1), Integer.parseInt(words.get(2)), ""),
                        "9"));
        operations.put("cput", words -> put(composite(words.subList(0, 3)), words.get(3)));
        operations.put("cget", words -> text(stub.getState(composite(words))));
        operations.put("crange", words -> rows(stub.getStateByPartialCompositeKey(composite(words)), "9"));
        operations.put("query", words -> rows(stub.getQueryResult(words.get(0)), "9"));
        operations.put("history", words -> history(words.get(0)));
        operations.put(
                "policy", words -> done(() -> stub.setStateValidationParameter(words.get(0), policy(tail(words)))));
        operations.put("policyof", words -> policyText(stub.getStateValidationParameter(words.get(0))));
    }

    private void addPrivateState() {
        operations.put("pget", words -> text(stub.getPrivateData(words.get(0), words.get(1))));
        operations.put("phash", words -> hex(stub.getPrivateDataHash(words.get(0), words.get(1))));
        operations.put(
                "pput", words -> done(() -> stub.putPrivateData(words.get(0), words.get(1), utf8(words.get(2)))));
        operations.put(
                "tput",
                words -> done(() -> stub.putPrivateData(
                        words.get(0), words.get(1), stub.getTransient().get(words.get(2)))));
        operations.put("pdel", words -> done(() -> stub.delPrivateData(words.get(0), words.get(1))));
        operations.put("ppurge", words -> done(() -> stub.purgePrivateData(words.get(0), words.get(1))));
        operations.put(
                "prange",
                words -> rows(stub.getPrivateDataByRange(words.get(0), words.get(1), words.get(2)), words.get(3)));
        operations.put(
                "ppolicy",
                words -> done(() -> stub.setPrivateDataValidationParameter(
                        words.get(0), words.get(1), policy(words.subList(2, words.size())))));
    }

    private void addTransaction() {
        operations.put("event", words -> done(() -> stub.setEvent(words.get(0), utf8(words.get(1)))));
        operations.put("txid", words -> stub.getTxId());
        operations.put("channel", words -> stub.getChannelId());
        operations.put("time", words -> stub.getTxTimestamp().toString());
        operations.put(
                "transient",
                words -> new TreeMap<>(stub.getTransient()).keySet().toString());
        operations.put(
                "creator",
                words -> SerializedIdentity.parseFrom(stub.getCreator()).getMspid());
    }

    private void addMisbehaviour() {
        operations.put("throw", words -> {
            throw new IllegalStateException(words.get(0));
        });
        operations.put("random", words -> UUID.randomUUID().toString());
        operations.put("big", words -> "x".repeat(Integer.parseInt(words.get(0))));
        operations.put("bigput", words -> put(words.get(0), "x".repeat(Integer.parseInt(words.get(1)))));
        operations.put(
                "wait", words -> "" + new CountDownLatch(1).await(Long.parseLong(words.get(0)), TimeUnit.MILLISECONDS));
        operations.put(
                "call",
                words -> stub.invokeChaincodeWithStringArgs(words.get(0), tail(words))
                        .getMessage());
    }

    private String composite(List<String> words) {
        return stub.createCompositeKey(words.get(0), tail(words).toArray(String[]::new))
                .toString();
    }

    private String put(String key, String value) {
        return done(() -> stub.putState(key, utf8(value)));
    }

    private String fill(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            put(prefix + String.format(Locale.ROOT, "%03d", i), "v");
        }
        return DONE;
    }

    @SuppressWarnings("try") // no close of the shim's waits for anything
    private static <T extends Iterable<KeyValue> & AutoCloseable> String rows(T results, String atMost)
            throws Exception {
        List<String> keys = new ArrayList<>();
        try (results) {
            for (KeyValue row : results) {
                if (keys.size() >= Integer.parseInt(atMost)) {
                    break;
                }
                keys.add(row.getKey());
            }
        }
        return keys.isEmpty() ? "0" : keys.size() + " " + keys.get(0) + " " + keys.get(keys.size() - 1);
    }

    private String history(String key) throws Exception {
        List<String> values = new ArrayList<>();
        try (QueryResultsIterator<KeyModification> results = stub.getHistoryForKey(key)) {
            results.forEach(change -> values.add(change.isDeleted() ? ABSENT : change.getStringValue()));
        }
        return values.toString();
    }

    private static byte[] policy(List<String> mspIds) {
        if (mspIds.isEmpty()) {
            return new byte[0];
        }
        StateBasedEndorsement policy =
                StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(null);
        policy.addOrgs(StateBasedEndorsement.RoleType.RoleTypePeer, mspIds.toArray(String[]::new));
        return policy.policy();
    }

    private static String policyText(byte[] policy) {
        return isAbsent(policy)
                ? ABSENT
                : StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(policy).listOrgs().stream()
                        .sorted()
                        .toList()
                        .toString();
    }

    private static String done(Runnable call) {
        call.run();
        return DONE;
    }

    private static List<String> tail(List<String> words) {
        return words.subList(1, words.size());
    }

    private static String text(byte[] value) {
        return isAbsent(value) ? ABSENT : new String(value, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] value) {
        return isAbsent(value) ? ABSENT : HexFormat.of().formatHex(value);
    }

    private static boolean isAbsent(byte[] value) {
        return value == null || value.length == 0;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
