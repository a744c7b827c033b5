package io.provenant.gateway.desk;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.Submission;
import java.util.Optional;

/** Definite answers as they are kept. */
final class SubmissionJson {

    private SubmissionJson() {}

    /** The answer to keep; nothing where it is not definite. */
    static Optional<JsonObject> write(Submission submission) {
        return submission.match(
                committed -> Optional.of(committed(committed)),
                refused -> Optional.of(JsonObject.empty()
                        .with("kind", "REFUSED")
                        .withTexts("codes", refused.codes())
                        .with("message", refused.message())),
                conflict -> Optional.of(JsonObject.empty()
                        .with("kind", "CONFLICT")
                        .with("txId", conflict.txId())
                        .with("blockNumber", conflict.blockNumber())
                        .with("validationCode", conflict.validationCode())
                        .withTexts("staleKeys", conflict.staleKeys())
                        .with("attempts", conflict.attempts())),
                unavailable -> Optional.empty(),
                indeterminate -> Optional.empty());
    }

    static Submission read(JsonObject json) {
        return switch (json.text("kind")) {
            case "COMMITTED" ->
                new Submission.Committed(
                        json.text("txId"),
                        json.integer("blockNumber"),
                        json.object("answer"),
                        json.objects("writes"),
                        json.optionalText("retried"));
            case "REFUSED" -> new Submission.Refused(json.texts("codes"), json.text("message"));
            case "CONFLICT" ->
                new Submission.Conflict(
                        json.text("txId"),
                        json.integer("blockNumber"),
                        json.text("validationCode"),
                        json.texts("staleKeys"),
                        Math.toIntExact(json.integer("attempts")));
            default -> throw new IllegalArgumentException("no answer of kind " + json.text("kind"));
        };
    }

    private static JsonObject committed(Submission.Committed committed) {
        JsonObject json = JsonObject.empty()
                .with("kind", "COMMITTED")
                .with("txId", committed.txId())
                .with("blockNumber", committed.blockNumber())
                .with("answer", committed.answer())
                .withObjects("writes", committed.writes());
        return committed.retried().map(why -> json.with("retried", why)).orElse(json);
    }
}
