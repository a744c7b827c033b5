package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.UseCase;
import io.provenant.ledger.Refusals;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What somebody posted for a command: {@code {"body":{…},"actor":{…}?}}, strict JSON, checked against the command's
 * shape before anything is signed.
 */
record CommandRequest(JsonObject body, Optional<JsonObject> actor) {

    /** 256 KiB, as much as an envelope may have. */
    static final int MAX_BYTES = 256 * 1024;

    static CommandRequest parse(UseCase<?> useCase, byte[] bytes) {
        JsonObject request = StrictJsonReader.parseObject(bytes);
        if (!request.without("body", "actor").members().isEmpty() || !request.has("body")) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "not-acceptable", "send {\"body\":{…}} with an optional member actor");
        }
        return checked(useCase, request);
    }

    static CommandRequest checked(UseCase<?> useCase, JsonObject request) {
        Refusals refusals = new Refusals();
        useCase.spec().body().check(request.value("body"), "/body", refusals);
        if (refusals.isEmpty()) {
            useCase.checkBody(request.object("body"), "/body", refusals);
        }
        if (!refusals.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    refusals.reasons(),
                    refusals.rejected().message());
        }
        return new CommandRequest(object(request, "body"), actor(request));
    }

    private static Optional<JsonObject> actor(JsonObject request) {
        return request.has("actor") ? Optional.of(object(request, "actor")) : Optional.empty();
    }

    private static JsonObject object(JsonObject request, String member) {
        if (request.value(member) instanceof JsonObject object) {
            return object;
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-acceptable", member + " is an object");
    }
}
