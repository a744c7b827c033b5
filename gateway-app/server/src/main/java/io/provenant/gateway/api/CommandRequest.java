package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.CommandSpec;
import io.provenant.ledger.Refusals;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What somebody posted for a command: {@code {"body":{…},"actor":{…}?}}, strict JSON, checked against the command's
 * shape before anything is signed.
 */
record CommandRequest(JsonObject body, Optional<JsonObject> actor) {

    private static final int MAX_BYTES = 256 * 1024;

    static CommandRequest parse(CommandSpec spec, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ApiProblem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "a command has at most " + MAX_BYTES + " bytes, this one has " + bytes.length);
        }
        JsonObject request = StrictJsonReader.parseObject(bytes);
        if (!request.without("body", "actor").members().isEmpty() || !request.has("body")) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "not-acceptable", "send {\"body\":{…}} with an optional member actor");
        }
        Refusals refusals = new Refusals();
        spec.body().check(request.value("body"), "/body", refusals);
        if (!refusals.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    refusals.reasons(),
                    refusals.rejected().message());
        }
        return new CommandRequest(request.object("body"), request.optionalObject("actor"));
    }
}
