package io.provenant.network.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.provenant.network.embedded.ledger.LedgerException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;

/**
 * One stream to a chaincode, from REGISTER until it breaks. Messages come one after another, and each request is
 * answered before the next is looked at.
 */
final class ChaincodeStream implements StreamObserver<ChaincodeMessage> {

    static final String TERMINATED = "chaincode stream terminated";

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Status> ended = new CompletableFuture<>();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Runnable afterEnd;
    private @Nullable StreamObserver<ChaincodeMessage> toChaincode;

    ChaincodeStream(Runnable afterEnd) {
        this.afterEnd = afterEnd;
    }

    /** Opens the stream; what comes in is answered only after this, for then there is something to answer to. */
    synchronized void connect(ChaincodeGrpc.ChaincodeStub stub) {
        toChaincode = stub.connect(this);
    }

    /** Completes when the chaincode takes transactions; fails never, see {@link #ended()}. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes when the stream is over, with the reason. */
    CompletableFuture<Status> ended() {
        return ended;
    }

    /** Runs a transaction until the chaincode ends it, the stream breaks, or the time is over. */
    CompletableFuture<ChaincodeMessage> execute(ChaincodeCall call, Duration timeout) {
        Execution execution = new Execution(call);
        String key = key(call.channel(), call.txId());
        if (executions.putIfAbsent(key, execution) != null) {
            return CompletableFuture.failedFuture(
                    new ExecutionException("txid: " + call.txId() + "(" + call.channel() + ") exists"));
        }
        send(execution.start());
        if (ended.isDone()) {
            terminate(execution);
        }
        return execution
                .answer()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> executions.remove(key));
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        switch (message.getType()) {
            case KEEPALIVE -> {} // a sign of life and nothing else
            case REGISTER -> register(message);
            case COMPLETED, ERROR -> complete(message);
            case GET_STATE,
                    GET_PRIVATE_DATA_HASH,
                    GET_STATE_METADATA,
                    GET_STATE_BY_RANGE,
                    GET_HISTORY_FOR_KEY,
                    GET_QUERY_RESULT,
                    QUERY_STATE_NEXT,
                    QUERY_STATE_CLOSE,
                    PUT_STATE,
                    PUT_STATE_METADATA,
                    DEL_STATE,
                    PURGE_PRIVATE_DATA,
                    INVOKE_CHAINCODE -> send(answer(message));
            default -> refuse(message.getType() + " is no message of a chaincode");
        }
    }

    private void register(ChaincodeMessage message) {
        try {
            String id = ChaincodeID.parseFrom(message.getPayload()).getName();
            if (ready.isDone() || id.isEmpty()) {
                refuse(id.isEmpty() ? "the chaincode registers without an id" : "the chaincode registers twice");
                return;
            }
        } catch (InvalidProtocolBufferException e) {
            refuse("the chaincode registers with an id that cannot be read");
            return;
        }
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTERED)
                .build());
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.READY)
                .setPayload(ChaincodeAdditionalParams.getDefaultInstance().toByteString())
                .build());
        ready.complete(null);
    }

    private void complete(ChaincodeMessage message) {
        Execution execution = executions.get(key(message.getChannelId(), message.getTxid()));
        if (execution != null) { // else it ran too long and nobody waits any more
            execution.answer().complete(message);
        }
    }

    private ChaincodeMessage answer(ChaincodeMessage request) {
        ChaincodeMessage.Builder answer =
                ChaincodeMessage.newBuilder().setTxid(request.getTxid()).setChannelId(request.getChannelId());
        try {
            Execution execution = executions.get(key(request.getChannelId(), request.getTxid()));
            if (execution == null) {
                throw new StateRefusal("no ledger context");
            }
            ByteString payload = execution.requests().answer(request);
            return answer.setType(ChaincodeMessage.Type.RESPONSE)
                    .setPayload(payload)
                    .build();
        } catch (LedgerException | StateRefusal e) {
            String text = request.getType() + " failed: transaction ID: " + request.getTxid() + ": " + e.getMessage();
            return answer.setType(ChaincodeMessage.Type.ERROR)
                    .setPayload(ByteString.copyFromUtf8(text))
                    .build();
        }
    }

    private synchronized void send(ChaincodeMessage message) {
        if (toChaincode != null && !ended.isDone()) {
            toChaincode.onNext(message);
        }
    }

    private void refuse(String why) {
        close(Status.FAILED_PRECONDITION.withDescription(why));
    }

    /** Ends the stream from this side, in peace: the chaincode sees the end of a stream and no failure. */
    void finish(Status reason) {
        end(reason);
        synchronized (this) {
            if (toChaincode != null) {
                toChaincode.onCompleted();
                toChaincode = null;
            }
        }
    }

    /** Breaks the stream from this side. */
    void close(Status reason) {
        end(reason);
        synchronized (this) {
            if (toChaincode != null) {
                toChaincode.onError(Status.CANCELLED
                        .withDescription(reason.getDescription())
                        .asException());
                toChaincode = null;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        end(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
        end(Status.OK.withDescription("EOF"));
    }

    private void end(Status status) {
        if (ended.complete(status)) {
            afterEnd.run();
        }
        executions.values().forEach(ChaincodeStream::terminate);
    }

    private static void terminate(Execution execution) {
        execution.answer().completeExceptionally(new ExecutionException(TERMINATED));
    }

    private static String key(String channel, String txId) {
        return channel + txId;
    }
}
