package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.Signer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** Questions for the status of a transaction. */
final class StatusRows {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String UNKNOWN = "0".repeat(64);
    private static final int LIMIT = 500;

    private StatusRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        WrongSigners.all()
                .forEach((name, signer) -> rows.add(
                        Row.of("the status for " + name, run -> status(run, signer.apply(run.organisation())))));
        rows.add(Row.of(
                "the status for a client of another organisation",
                run -> status(run, run.connections().client("B"))));
        rows.add(Row.of("the status of a valid transaction", run -> status(run, run.client())));
        rows.add(Row.of("the status of an invalid transaction", StatusRows::invalid));
        rows.add(Row.of("the status of a repeated transaction", StatusRows::repeated));
        rows.add(Row.of("the status of an unknown transaction", run -> ask(run, run.channel(), UNKNOWN)));
        rows.add(Row.of("the status of no transaction", run -> ask(run, run.channel(), "")));
        rows.add(Row.of("the status on an unknown channel", run -> ask(run, "nowhere", UNKNOWN)));
        rows.add(Row.of("the status without a signature", run -> signed(run, (good, client) -> ByteString.EMPTY)));
        rows.add(Row.of(
                "the status with a bad signature",
                run -> signed(run, (good, client) -> client.sign(ByteString.copyFromUtf8("else")))));
        rows.add(Row.of("the status by random bytes", StatusRows::random));
        rows.add(Row.of("one call too many", StatusRows::tooMany));
        return rows;
    }

    private static JsonObject status(RowRun run, Signer signer) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
        Ordered ordered = run.commit(proposed);
        return text(run.gateway().withPatience(SHORT).commitStatus(run.channel(), proposed.txId(), signer), ordered);
    }

    private static JsonObject text(CommitStatusResponse response, Ordered ordered) {
        return RowRun.text("result", response.getResult().name())
                .with("block", response.getBlockNumber() == ordered.block() ? "its own" : "another");
    }

    private static JsonObject invalid(RowRun run) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
        Envelope tampered =
                Tampering.ONE_ENDORSEMENT.apply(run.prepare(proposed), proposed.signer(), proposed.signer());
        Ordered ordered = run.order(proposed, tampered);
        return text(run.gateway().commitStatus(run.channel(), proposed.txId(), run.client()), ordered);
    }

    private static JsonObject repeated(RowRun run) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
        Envelope prepared = run.prepare(proposed);
        Ordered first = run.order(proposed, prepared);
        Ordered second = run.order(proposed, prepared);
        return text(run.gateway().commitStatus(run.channel(), proposed.txId(), run.client()), first)
                .with("second", second.code().name());
    }

    private static JsonObject ask(RowRun run, String channel, String txId) {
        return RowRun.text(
                "result",
                run.gateway()
                        .withPatience(SHORT)
                        .commitStatus(channel, txId, run.client())
                        .getResult()
                        .name());
    }

    private static JsonObject signed(RowRun run, BiFunction<ByteString, Signer, ByteString> signature) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
        run.commit(proposed);
        ByteString request = CommitStatusRequest.newBuilder()
                .setChannelId(run.channel())
                .setTransactionId(proposed.txId())
                .setIdentity(run.client().creator())
                .build()
                .toByteString();
        return RowRun.text(
                "result",
                run.gateway()
                        .commitStatus(SignedCommitStatusRequest.newBuilder()
                                .setRequest(request)
                                .setSignature(signature.apply(request, run.client()))
                                .build())
                        .getResult()
                        .name());
    }

    private static JsonObject random(RowRun run) {
        run.gateway()
                .commitStatus(SignedCommitStatusRequest.newBuilder()
                        .setRequest(ByteString.copyFromUtf8("random bytes"))
                        .build());
        return RowRun.text("result", "OK");
    }

    /** A waiting question holds one of the gateway's 500 places. */
    private static JsonObject tooMany(RowRun run) {
        Context.CancellableContext waiting = Context.current().withCancellation();
        try {
            ByteString request = CommitStatusRequest.newBuilder()
                    .setChannelId(run.channel())
                    .setTransactionId(UNKNOWN)
                    .setIdentity(run.client().creator())
                    .build()
                    .toByteString();
            SignedCommitStatusRequest question = SignedCommitStatusRequest.newBuilder()
                    .setRequest(request)
                    .setSignature(run.client().sign(request))
                    .build();
            CompletableFuture<Throwable> refused = new CompletableFuture<>();
            waiting.run(() -> {
                for (int i = 0; i <= LIMIT; i++) {
                    GatewayGrpc.newStub(run.gateway().connection()).commitStatus(question, new Waiting(refused));
                }
            });
            return RefusalText.of(
                    Refusal.of((StatusRuntimeException)
                            refused.orTimeout(20, TimeUnit.SECONDS).join()),
                    run.names());
        } finally {
            waiting.cancel(null);
        }
    }

    private record Waiting(CompletableFuture<Throwable> refused) implements StreamObserver<CommitStatusResponse> {

        @Override
        public void onNext(CommitStatusResponse response) {
            refused.completeExceptionally(new IllegalStateException("an unknown transaction has a status"));
        }

        @Override
        public void onError(Throwable error) {
            refused.complete(error);
        }

        @Override
        public void onCompleted() {
            refused.completeExceptionally(new IllegalStateException("an unknown transaction has a status"));
        }
    }
}
