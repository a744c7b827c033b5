package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.SeekRequest;
import io.provenant.network.wire.Signer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekOldest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;

/** The gateway's stream of chaincode events. */
final class EventRows {

    private static final long PATIENCE_S = 5;
    private static final int ATTEMPTS = 10;

    private EventRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        WrongSigners.all()
                .forEach((name, signer) ->
                        rows.add(Row.of("events for " + name, run -> first(run, signer.apply(run.organisation())))));
        rows.add(Row.of("events for a client", run -> first(run, run.client())));
        rows.add(Row.of(
                "events for a client of another organisation",
                run -> first(run, run.connections().client("B"))));
        rows.add(Row.of("events after a transaction", EventRows::afterTransaction));
        rows.add(Row.of(
                "events of an unknown channel",
                run -> stream(run, request(run, run.client(), 0).setChannelId("nowhere"), run.client(), 1)));
        rows.add(Row.of(
                "events from the oldest",
                run -> position(
                        run,
                        SeekPosition.newBuilder()
                                .setOldest(SeekOldest.getDefaultInstance())
                                .build())));
        rows.add(Row.of(
                "events from the newest",
                run -> position(
                        run,
                        SeekPosition.newBuilder()
                                .setNewest(SeekNewest.getDefaultInstance())
                                .build())));
        rows.add(Row.of("events with a bad signature", EventRows::badSignature));
        rows.add(Row.of("events without a start", EventRows::fromNow));
        return rows;
    }

    /** A valid and an invalid transaction with events, from the first one's block on. */
    private static JsonObject first(RowRun run, Signer signer) {
        Ordered valid = run.commit(run.sign(run.draft("put ~k0 v0", "event first 1", "event name 2"), "a"));
        Proposed other = run.sign(run.draft("put ~k1 v1", "event lost 3"), "b");
        Envelope tampered = Tampering.ONE_ENDORSEMENT.apply(run.prepare(other), other.signer(), other.signer());
        run.order(other, tampered);
        run.commit(run.sign(run.draft("put ~k2 v2", "event last 4"), "c"));
        return stream(run, request(run, signer, valid.block()), signer, 2);
    }

    private static JsonObject afterTransaction(RowRun run) {
        Proposed before = run.sign(run.draft("put ~k0 v0", "event first 1"), "a");
        Ordered ordered = run.commit(before);
        run.commit(run.sign(run.draft("put ~k2 v2", "event last 4"), "c"));
        ChaincodeEventsRequest.Builder request =
                request(run, run.client(), ordered.block()).setAfterTransactionId(before.txId());
        return stream(run, request, run.client(), 1);
    }

    /** What was committed before the stream is not in it; the stream is there at the latest when its first event is. */
    private static JsonObject fromNow(RowRun run) {
        run.commit(run.sign(run.draft("put ~k0 v0", "event before 1"), "a"));
        SignedChaincodeEventsRequest request =
                signed(request(run, run.client(), 0).clearStartPosition(), run.client());
        FirstEvent first = new FirstEvent(new CompletableFuture<>());
        GatewayGrpc.newStub(run.gateway().connection())
                .withDeadlineAfter(PATIENCE_S * ATTEMPTS, TimeUnit.SECONDS)
                .chaincodeEvents(request, first);
        for (int attempt = 0; attempt < ATTEMPTS && !first.name().isDone(); attempt++) {
            run.commit(run.sign(run.draft("put ~k1 v" + attempt, "event after 2"), "b" + attempt));
        }
        return RowRun.text(
                "first", first.name().orTimeout(PATIENCE_S, TimeUnit.SECONDS).join());
    }

    private record FirstEvent(CompletableFuture<String> name) implements StreamObserver<ChaincodeEventsResponse> {

        @Override
        public void onNext(ChaincodeEventsResponse response) {
            name.complete(response.getEvents(0).getEventName());
        }

        @Override
        public void onError(Throwable error) {
            name.complete(String.valueOf(error));
        }

        @Override
        public void onCompleted() {
            name.complete("the end");
        }
    }

    private static JsonObject position(RowRun run, SeekPosition start) {
        return stream(run, request(run, run.client(), 0).setStartPosition(start), run.client(), 1);
    }

    private static JsonObject badSignature(RowRun run) {
        Signer other = run.connections().signer(run.client().mspId(), "somebody else");
        return stream(run, request(run, run.client(), 0), other, 1);
    }

    private static ChaincodeEventsRequest.Builder request(RowRun run, Signer signer, long from) {
        return ChaincodeEventsRequest.newBuilder()
                .setChannelId(run.channel())
                .setChaincodeId(run.connections().ledger().chaincode())
                .setIdentity(signer.creator())
                .setStartPosition(SeekRequest.position(from));
    }

    private static JsonObject stream(RowRun run, ChaincodeEventsRequest.Builder request, Signer signer, int count) {
        List<String> events = new ArrayList<>();
        try {
            Iterator<ChaincodeEventsResponse> responses = GatewayGrpc.newBlockingStub(
                            run.gateway().connection())
                    .withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS)
                    .chaincodeEvents(signed(request, signer));
            for (int i = 0; i < count; i++) {
                ChaincodeEventsResponse response = responses.next();
                response.getEventsList().forEach(event -> events.add(text(run, event)));
            }
        } catch (StatusRuntimeException e) {
            return RefusalText.of(Refusal.of(e), run.names()).withTexts("before", events);
        }
        return JsonObject.empty().withTexts("events", events);
    }

    private static SignedChaincodeEventsRequest signed(ChaincodeEventsRequest.Builder request, Signer signer) {
        ByteString bytes = request.build().toByteString();
        return SignedChaincodeEventsRequest.newBuilder()
                .setRequest(bytes)
                .setSignature(signer.sign(bytes))
                .build();
    }

    private static String text(RowRun run, ChaincodeEvent event) {
        return run.names().symbolic(event.getTxId()) + " " + event.getChaincodeId() + " " + event.getEventName() + " = "
                + event.getPayload().toStringUtf8();
    }
}
