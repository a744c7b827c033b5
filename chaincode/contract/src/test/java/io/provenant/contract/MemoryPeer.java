package io.provenant.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.provenant.testing.TestDigests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The peer's side of a chaincode's stream over a sorted map: it answers what the shim asks, notes every request in its
 * order, and commits what an accepted transaction wrote. No policy, no versions, no network.
 */
final class MemoryPeer implements StreamObserver<ChaincodeMessage> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What came back: the response, the event's payload, and every request in order. */
    record Answer(int status, String message, String payload, String event, List<String> traffic) {

        /** Everything that two endorsers must agree on, and what was read, as one text. */
        String transcript() {
            return status + " " + message + "\n" + payload + "\n" + event + "\n" + String.join("\n", traffic) + "\n";
        }
    }

    private final SortedMap<String, ByteString> values = new TreeMap<>();
    private final Map<String, ByteString> pending = new TreeMap<>();
    private final List<String> traffic = new ArrayList<>();
    private final CompletableFuture<String> registered = new CompletableFuture<>();
    private final StreamObserver<ChaincodeMessage> toChaincode;
    private CompletableFuture<ChaincodeMessage> completed = new CompletableFuture<>();

    private MemoryPeer(Channel channel) {
        this.toChaincode = ChaincodeGrpc.newStub(channel).connect(this);
    }

    /** Connects to a chaincode and waits until it has registered. */
    static MemoryPeer connect(Channel channel) {
        MemoryPeer peer = new MemoryPeer(channel);
        peer.packageId();
        peer.tell(ChaincodeMessage.Type.REGISTERED);
        peer.tell(ChaincodeMessage.Type.READY);
        return peer;
    }

    /** Under which name the chaincode registered. */
    String packageId() {
        return await(registered);
    }

    /** What is committed, by key. */
    SortedMap<String, ByteString> values() {
        return values;
    }

    /** Runs a transaction and commits what it wrote, unless it was refused. */
    Answer run(TestProposal proposal) {
        traffic.clear();
        pending.clear();
        completed = new CompletableFuture<>();
        toChaincode.onNext(proposal.message());
        return answer(await(completed));
    }

    /** Ends the stream as a peer does that goes down. */
    void hangUp() {
        toChaincode.onCompleted();
    }

    private Answer answer(ChaincodeMessage message) {
        if (message.getType() == ChaincodeMessage.Type.ERROR) {
            throw new AssertionError(
                    "the chaincode failed: " + message.getPayload().toStringUtf8());
        }
        try {
            Response response = Response.parseFrom(message.getPayload());
            ChaincodeEvent event = message.getChaincodeEvent();
            if (response.getStatus() == 200) {
                commit();
            }
            return new Answer(
                    response.getStatus(),
                    response.getMessage(),
                    response.getPayload().toStringUtf8(),
                    event.getEventName() + " " + event.getPayload().toStringUtf8(),
                    List.copyOf(traffic));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private void commit() {
        pending.forEach((key, value) -> {
            if (value.isEmpty()) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        try {
            switch (message.getType()) {
                case REGISTER ->
                    registered.complete(
                            ChaincodeID.parseFrom(message.getPayload()).getName());
                case COMPLETED, ERROR -> completed.complete(message);
                default -> reply(message, response(message.getType(), message.getPayload()));
            }
        } catch (InvalidProtocolBufferException e) {
            onError(e);
        }
    }

    private ByteString response(ChaincodeMessage.Type type, ByteString payload) throws InvalidProtocolBufferException {
        return switch (type) {
            case GET_STATE -> get(GetState.parseFrom(payload));
            case GET_PRIVATE_DATA_HASH -> hash(GetState.parseFrom(payload));
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload));
            case QUERY_STATE_CLOSE -> QueryResponse.getDefaultInstance().toByteString();
            case PUT_STATE -> put(PutState.parseFrom(payload));
            case DEL_STATE -> delete(DelState.parseFrom(payload));
            default -> throw new AssertionError("the chaincode must not ask for " + type);
        };
    }

    private ByteString get(GetState request) {
        traffic.add("get " + request.getKey());
        assertPublic(request.getCollection());
        return values.getOrDefault(request.getKey(), ByteString.EMPTY);
    }

    private ByteString hash(GetState request) {
        String key = request.getCollection() + " " + request.getKey();
        traffic.add("hash " + key);
        ByteString value = values.getOrDefault(key, ByteString.EMPTY);
        return value.isEmpty() ? value : ByteString.copyFrom(new TestDigests().sha256(value.toByteArray()));
    }

    private ByteString range(GetStateByRange request) {
        traffic.add("range " + request.getStartKey() + " " + request.getEndKey());
        assertPublic(request.getCollection());
        QueryResponse.Builder rows = QueryResponse.newBuilder().setId("1");
        values.subMap(request.getStartKey(), request.getEndKey())
                .forEach((key, value) -> rows.addResults(QueryResultBytes.newBuilder()
                        .setResultBytes(KV.newBuilder()
                                .setKey(key)
                                .setValue(value)
                                .build()
                                .toByteString())));
        return rows.build().toByteString();
    }

    private ByteString put(PutState request) {
        String collection = request.getCollection();
        String key = collection.isEmpty() ? request.getKey() : collection + " " + request.getKey();
        traffic.add("put " + key + " " + request.getValue().toStringUtf8());
        pending.put(key, request.getValue());
        return ByteString.EMPTY;
    }

    private ByteString delete(DelState request) {
        traffic.add("delete " + request.getKey());
        pending.put(request.getKey(), ByteString.EMPTY);
        return ByteString.EMPTY;
    }

    // Only the hash of a private value is the same on all peers (determinism D26).
    private static void assertPublic(String collection) {
        if (!collection.isEmpty()) {
            throw new AssertionError("the chaincode must not read private values of " + collection);
        }
    }

    private void reply(ChaincodeMessage request, ByteString payload) {
        toChaincode.onNext(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.RESPONSE)
                .setTxid(request.getTxid())
                .setChannelId(request.getChannelId())
                .setPayload(payload)
                .build());
    }

    private void tell(ChaincodeMessage.Type type) {
        toChaincode.onNext(ChaincodeMessage.newBuilder().setType(type).build());
    }

    @Override
    public void onError(Throwable failure) {
        registered.completeExceptionally(failure);
        completed.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        onError(new IllegalStateException("the chaincode closed its stream"));
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
