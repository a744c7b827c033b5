package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.SeekRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** The peer's streams of blocks, each of the three kinds. */
final class DeliverRows {

    private static final long BEYOND = 1_000_000;

    private DeliverRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        WrongSigners.all()
                .forEach((name, signer) -> rows.add(each("blocks for " + name, run -> {
                    long block = committed(run);
                    return SeekRequest.of(
                            run.channel(), signer.apply(run.organisation()), SeekRequest.range(block, block));
                })));
        rows.add(each("blocks for a client of another organisation", run -> {
            long block = committed(run);
            return SeekRequest.of(run.channel(), run.connections().client("C"), SeekRequest.range(block, block));
        }));
        for (String peer : Names.ORGANISATIONS) {
            for (String client : Names.ORGANISATIONS) {
                rows.add(Row.of(
                        "private data of A at the peer of " + peer + " for a client of " + client,
                        run -> privateData(run, peer, client)));
            }
        }
        rows.add(each("a block", run -> {
            long block = committed(run);
            return seek(run, SeekRequest.range(block, block));
        }));
        rows.add(each("the newest block", run -> {
            committed(run);
            return seek(run, newest());
        }));
        rows.add(each(
                "blocks of an unknown channel",
                run -> SeekRequest.of("nowhere", run.client(), SeekRequest.range(0, 0))));
        rows.add(each("a block beyond the newest, at once", run -> seek(run, atOnce(BEYOND))));
        rows.add(each(
                "a block beyond the newest, when it is there", run -> seek(run, SeekRequest.range(BEYOND, BEYOND))));
        rows.add(each("the next block, at once", run -> seek(run, atOnce(committed(run) + 1))));
        rows.add(streams("the next block, when it is there", (run, kind) -> {
            long next = committed(run) + 1;
            return DeliverStream.readNext(
                    run,
                    kind,
                    seek(run, SeekRequest.range(next, next)),
                    () -> run.commit(run.sign(run.draft("put ~k1 v1"), "b of " + kind)));
        }));
        rows.add(streams("two requests in one stream", (run, kind) -> {
            long block = committed(run);
            return DeliverStream.readTwice(run, kind, seek(run, SeekRequest.range(block, block)));
        }));
        rows.add(each("the first block", run -> {
            committed(run);
            String configuration =
                    Ordered.of(run.connections().watch().blocks().get(0)).get(0).txId();
            run.names().name(configuration, "the configuration");
            return seek(run, SeekRequest.range(0, 0));
        }));
        rows.add(each("blocks that end before they start", run -> seek(run, SeekRequest.range(1, 0))));
        rows.add(each(
                "blocks without a start",
                run -> seek(
                        run, SeekRequest.range(0, 0).toBuilder().clearStart().build())));
        rows.add(each(
                "blocks without an end",
                run -> seek(run, SeekRequest.range(0, 0).toBuilder().clearStop().build())));
        for (int minutes : List.of(-16, 14, 16)) {
            rows.add(each("blocks by a request of " + minutes + " minutes ago", run -> {
                long block = committed(run);
                SeekInfo seek = SeekRequest.range(block, block);
                return SeekRequest.of(run.channel(), run.client(), seek, Duration.ofMinutes(minutes));
            }));
        }
        rows.add(each("blocks by an empty request", run -> Envelope.getDefaultInstance()));
        rows.add(each(
                "blocks by random bytes", run -> run.client().signEnvelope(ByteString.copyFromUtf8("random bytes"))));
        rows.add(each(
                "blocks by a request without a signature",
                run -> seek(run, SeekRequest.range(0, 0)).toBuilder()
                        .clearSignature()
                        .build()));
        return rows;
    }

    private static Row each(String name, Function<RowRun, Envelope> request) {
        return Row.of(name, run -> {
            Envelope envelope = request.apply(run);
            return streams(kind -> DeliverStream.read(run, kind, "A", envelope));
        });
    }

    private static Row streams(String name, BiFunction<RowRun, DeliverStream.Kind, List<String>> read) {
        return Row.of(name, run -> streams(kind -> read.apply(run, kind)));
    }

    private static JsonObject streams(Function<DeliverStream.Kind, List<String>> read) {
        JsonObject text = JsonObject.empty();
        for (DeliverStream.Kind kind : DeliverStream.Kind.values()) {
            text = text.withTexts(kind.name(), read.apply(kind));
        }
        return text;
    }

    private static JsonObject privateData(RowRun run, String peer, String client) {
        Proposed proposed =
                run.sign(run.draft("pput _implicit_org_@A ~p0 v1", "pput open ~p1 v2", "pput closed ~p2 v3"), "a");
        long block = run.commit(proposed).block();
        Envelope request =
                SeekRequest.of(run.channel(), run.connections().client(client), SeekRequest.range(block, block));
        return JsonObject.empty()
                .withTexts("stream", DeliverStream.read(run, DeliverStream.Kind.WITH_PRIVATE_DATA, peer, request));
    }

    /** The number of a block with a public and a private write and an event. */
    private static long committed(RowRun run) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0", "pput open ~p0 v1", "event name payload"), "a");
        return run.commit(proposed).block();
    }

    private static Envelope seek(RowRun run, SeekInfo seek) {
        return SeekRequest.of(run.channel(), run.client(), seek);
    }

    private static SeekInfo atOnce(long number) {
        return SeekRequest.range(number, number).toBuilder()
                .setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY)
                .build();
    }

    private static SeekInfo newest() {
        SeekPosition newest = SeekPosition.newBuilder()
                .setNewest(SeekNewest.getDefaultInstance())
                .build();
        return SeekInfo.newBuilder().setStart(newest).setStop(newest).build();
    }
}
