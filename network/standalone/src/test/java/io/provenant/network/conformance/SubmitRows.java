package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;

/** Envelopes that are wrong. */
final class SubmitRows {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(3);

    private SubmitRows() {}

    static List<Row> all() {
        return List.of(
                submit(
                        "an envelope without a signature",
                        (run, good) -> good.toBuilder().clearSignature().build()),
                submit(
                        "an envelope with a bad signature",
                        (run, good) -> good.toBuilder()
                                .setSignature(run.client().sign(ByteString.copyFromUtf8("else")))
                                .build()),
                submit(
                        "an envelope with a signature that is none",
                        (run, good) -> good.toBuilder()
                                .setSignature(ByteString.copyFromUtf8("abc"))
                                .build()),
                submit(
                        "an envelope with a high S",
                        (run, good) -> good.toBuilder()
                                .setSignature(WrongSigners.highS(good.getSignature()))
                                .build()),
                submit(
                        "an envelope of random bytes",
                        (run, good) -> run.client().signEnvelope(ByteString.copyFromUtf8("random bytes"))),
                submit(
                        "an envelope without a payload",
                        (run, good) -> run.client().signEnvelope(ByteString.EMPTY)),
                submit(
                        "an envelope without a header",
                        (run, good) -> run.client()
                                .signEnvelope(
                                        payload(good).clearHeader().build().toByteString())),
                submit(
                        "an envelope for another channel",
                        (run, good) -> run.client().signEnvelope(withChannel(good, "nowhere"))),
                submit("an envelope that somebody else claims", (run, good) -> {
                    Signer other = run.connections().signer(run.client().mspId(), "somebody else");
                    return other.signEnvelope(withCreator(good, other.creator()));
                }),
                submit(
                        "an envelope without data",
                        (run, good) -> run.client()
                                .signEnvelope(payload(good).clearData().build().toByteString())),
                submit(
                        "an envelope with random data",
                        (run, good) -> run.client()
                                .signEnvelope(payload(good)
                                        .setData(ByteString.copyFromUtf8("random bytes"))
                                        .build()
                                        .toByteString())),
                Row.of("a submission without a transaction", SubmitRows::nothing),
                Row.of("a submission to an unknown channel", SubmitRows::unknownChannel),
                Row.of("a certificate that ends between endorsement and submission", SubmitRows::expired));
    }

    private static Row submit(String name, BiFunction<RowRun, Envelope, Envelope> change) {
        return Row.of(name, run -> {
            Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
            Envelope good = run.client().signEnvelope(run.prepare(proposed).getPayload());
            int from = run.connections().watch().count();
            JsonObject answer = run.submit(proposed, change.apply(run, good));
            if (answer.has("refused")) {
                return answer;
            }
            Ordered ordered = run.connections()
                    .watch()
                    .await(from, 1, transaction -> true)
                    .get(0);
            return answer.with("code", ordered.code().name());
        });
    }

    private static Payload.Builder payload(Envelope envelope) {
        return Prepared.parse(Payload.parser(), envelope.getPayload()).toBuilder();
    }

    private static ByteString withChannel(Envelope envelope, String channel) {
        Header header = payload(envelope).getHeader();
        ByteString changed = Prepared.parse(ChannelHeader.parser(), header.getChannelHeader()).toBuilder()
                .setChannelId(channel)
                .build()
                .toByteString();
        return payload(envelope)
                .setHeader(header.toBuilder().setChannelHeader(changed))
                .build()
                .toByteString();
    }

    private static ByteString withCreator(Envelope envelope, ByteString creator) {
        Header header = payload(envelope).getHeader();
        ByteString changed = Prepared.parse(SignatureHeader.parser(), header.getSignatureHeader()).toBuilder()
                .setCreator(creator)
                .build()
                .toByteString();
        return payload(envelope)
                .setHeader(header.toBuilder().setSignatureHeader(changed))
                .build()
                .toByteString();
    }

    private static JsonObject nothing(RowRun run) {
        run.gateway()
                .submit(SubmitRequest.newBuilder().setChannelId(run.channel()).build());
        return RowRun.text("submitted", "OK");
    }

    private static JsonObject unknownChannel(RowRun run) {
        Proposed proposed = run.sign(run.draft("put ~k0 v0"), "a");
        Envelope good = run.client().signEnvelope(run.prepare(proposed).getPayload());
        run.gateway().submit("nowhere", proposed.txId(), good);
        return RowRun.text("submitted", "OK");
    }

    private static JsonObject expired(RowRun run) {
        Signer signer = WrongSigners.shortLived(run.organisation(), SHORT_LIFE);
        Instant end = signer.credential().certificate().getNotAfter().toInstant();
        Proposed proposed = run.sign(run.draft(signer, "put ~k0 v0"), "a");
        Envelope signed = signer.signEnvelope(run.prepare(proposed).getPayload());
        Awaitility.await().until(() -> Instant.now().isAfter(end.plusMillis(100)));
        return run.submit(proposed, signed);
    }
}
