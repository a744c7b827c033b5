package io.provenant.network.embedded.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's connection to its chaincode. It is made by the first transaction, and made anew by the next one
 * after it broke; a service that comes back needs no restart of the node.
 */
public final class ChaincodeConnection implements AutoCloseable {

    private final ChaincodeEndpoint endpoint;
    private final Duration timeout;
    private @Nullable Launch current;

    private record Launch(ManagedChannel channel, ChaincodeStream stream) {}

    private record Claim(Launch launch, boolean isNew) {}

    /** The timeout is a transaction's, and also the time that a service has to register. */
    public ChaincodeConnection(ChaincodeEndpoint endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.timeout = timeout;
    }

    /** Runs a transaction; whatever goes wrong is an {@link ExecutionException} with a peer's text. */
    public CompletableFuture<ChaincodeResult> execute(ChaincodeCall call) {
        return launched().thenCompose(stream -> run(stream, call)).handle((answer, failure) -> {
            if (failure != null) {
                throw new ExecutionException("failed to execute transaction " + call.txId() + ": "
                        + cause(failure).getMessage());
            }
            return result(call.txId(), answer);
        });
    }

    private CompletableFuture<ChaincodeMessage> run(ChaincodeStream stream, ChaincodeCall call) {
        return stream.execute(call, timeout).exceptionally(failure -> {
            Throwable cause = cause(failure);
            throw new ExecutionException("error sending: "
                    + (cause instanceof TimeoutException
                            ? "timeout expired while executing transaction"
                            : cause.getMessage()));
        });
    }

    private CompletableFuture<ChaincodeStream> launched() {
        Claim claim = claim();
        if (claim.isNew()) {
            launch(claim.launch());
        }
        return onceReady(claim.launch().stream(), claim.isNew() ? "" : "chaincode registration failed: ");
    }

    private synchronized Claim claim() {
        Launch running = current;
        if (running != null && !running.stream().ended().isDone()) {
            return new Claim(running, false);
        }
        ManagedChannel channel = endpoint.dial();
        Launch launch = new Launch(channel, new ChaincodeStream(channel::shutdownNow));
        current = launch;
        return new Claim(launch, true);
    }

    private CompletableFuture<ChaincodeStream> onceReady(ChaincodeStream stream, String prefix) {
        return CompletableFuture.anyOf(stream.ready(), stream.ended()).thenApply(either -> {
            if (!stream.ready().isDone()) {
                throw new ExecutionException("could not launch chaincode " + endpoint.id() + ": " + prefix
                        + endpoint.whyNot(stream.ended().join()));
            }
            return stream;
        });
    }

    private void launch(Launch launch) {
        ChaincodeStream stream = launch.stream();
        // the call of a client that comes first must not take the stream with it when it ends
        Context.ROOT.run(() -> stream.connect(ChaincodeGrpc.newStub(launch.channel())));
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!stream.ready().isDone()) {
                        stream.close(Status.DEADLINE_EXCEEDED);
                    }
                });
    }

    private static ChaincodeResult result(String txId, ChaincodeMessage answer) {
        if (answer.getType() == ChaincodeMessage.Type.ERROR) {
            throw new ExecutionException(
                    "transaction returned with failure: " + answer.getPayload().toStringUtf8());
        }
        try {
            return new ChaincodeResult(Response.parseFrom(answer.getPayload()), event(answer));
        } catch (InvalidProtocolBufferException e) {
            throw new ExecutionException("failed to unmarshal response for transaction " + txId);
        }
    }

    private static Optional<ChaincodeEvent> event(ChaincodeMessage answer) {
        return answer.hasChaincodeEvent() ? Optional.of(answer.getChaincodeEvent()) : Optional.empty();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public void close() {
        Launch last;
        synchronized (this) {
            last = current;
            current = null;
        }
        if (last != null) {
            last.stream().finish(Status.CANCELLED.withDescription("the peer stops"));
        }
    }
}
