package io.provenant.network.standalone.story;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.LogKey;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chapter: the exchange turns dishonest. Its own key signs a second history of its log; no peer takes it, and the two
 * signatures together are a proof of misconduct that anybody puts on the ledger.
 */
final class ForkedLog {

    private static final String WITNESS = "association-officer";

    private final Stage stage;
    private final LogKey key;
    private final LogOrigin origin;
    private final Digests digests = new BouncyCastleDigests();

    /**
     * A dishonest operator.
     *
     * @param key the log's own key, in the wrong hands
     */
    ForkedLog(Stage stage, LogKey key, String origin) {
        this.stage = stage;
        this.key = key;
        this.origin = new LogOrigin(origin);
    }

    /** Tells it. */
    void tell() {
        stage.narrator().chapter("The exchange signs a second history of its log");
        JsonObject honest = honestHead();
        Digest other = digests.digest("a day that never was".getBytes(StandardCharsets.UTF_8));
        JsonObject forked = sign(new Checkpoint(origin, honest.integer("size"), other));
        JsonObject advance =
                forked.with("origin", origin.value()).with("headRow", false).withTexts("proof", List.of());
        stage.gatewayOf(OpenedLogs.OPERATOR)
                .command(OpenedLogs.OPERATOR, "log:advance", advance)
                .refused("a checkpoint that forks the log", "CONSISTENCY_INVALID");
        stage.narrator().held("the forked checkpoint, well signed, is refused by the peers: CONSISTENCY_INVALID");
        List<JsonObject> sides = Stream.of(honest, forked)
                .sorted((a, b) -> a.text("rootHash").compareTo(b.text("rootHash")))
                .toList();
        JsonObject evidence = JsonObject.empty()
                .with("kind", "ROOT")
                .with("origin", origin.value())
                .with("first", sides.get(0))
                .with("second", sides.get(1));
        String violation = stage.send(WITNESS, "log:reportEquivocation", JsonObject.of("evidence", evidence))
                .answer()
                .text("violationId");
        stage.narrator().held("the association puts both signatures on the ledger: violation %s", violation);
    }

    private JsonObject honestHead() {
        String note = stage.gatewayOf(OpenedLogs.OPERATOR)
                .text(OpenedLogs.OPERATOR, "/logs/" + Gateway.segment(origin.value()) + "/checkpoint");
        SignedNote signed = SignedNote.parse(note);
        return head(
                signed.checkpoint(),
                HexFormat.of().parseHex(signed.signatures().get(0).signature()));
    }

    private JsonObject sign(Checkpoint head) {
        return head(head, key.sign(head.signedBytes()));
    }

    private JsonObject head(Checkpoint head, byte[] signature) {
        return JsonObject.empty()
                .with("size", head.size())
                .with("rootHash", head.rootHash().hex())
                .with("keyEpoch", key.keyEpoch())
                .with("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }
}
