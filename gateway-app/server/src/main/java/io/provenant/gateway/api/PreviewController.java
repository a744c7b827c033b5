package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.security.Caller;
import io.provenant.ledger.Reason;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.crypto.BouncyCastleSignatures;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the rules would say: the very dispatcher that the peers run, on one snapshot of the index. Nothing is sent, and
 * nobody but this gateway vouches for it.
 */
@RestController
public final class PreviewController {

    private static final String NO_TRANSACTION = "0".repeat(64);

    private final CommandTable commands;
    private final Signatories signatories;
    private final GatewayIdentity identity;
    private final Index index;
    private final Clock clock;
    private final Dispatcher dispatcher;

    /** Previews of these commands on this index. */
    public PreviewController(
            CommandTable commands, Signatories signatories, GatewayIdentity identity, Index index, Clock clock) {
        this.commands = commands;
        this.signatories = signatories;
        this.identity = identity;
        this.index = index;
        this.clock = clock;
        this.dispatcher =
                new Dispatcher(commands, new BouncyCastleDigests(), new BouncyCastleSignatures(), NO_TRANSACTION);
    }

    @PostMapping(path = "/api/v1/previews/{noun}/{verb}", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonObject preview(
            @PathVariable String noun,
            @PathVariable String verb,
            @RequestHeader HttpHeaders headers,
            InputStream body,
            Caller caller) {
        String name = noun + ":" + verb;
        UseCase<?> useCase = commands.find(name)
                .filter(found -> !CommandController.ELSEWHERE.containsKey(name))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "COMMAND_UNKNOWN", "no command " + name + " that can be previewed"));
        CommandRequest request = CommandRequest.parse(useCase, Bodies.read(body, CommandRequest.MAX_BYTES));
        Signatory as = signatories.of(
                caller.person(),
                useCase.spec(),
                request.actor(),
                SubmitHeaders.read(headers).role());
        return index.onState((state, asOf) ->
                Reads.asOf(asOf).withAll(answer(dispatcher.run(call(name, request, as), state))));
    }

    private Invocation call(String name, CommandRequest request, Signatory as) {
        JsonObject plain = JsonObject.empty().with("v", 1).with("command", name).with("body", request.body());
        JsonObject envelope =
                request.actor().map(actor -> plain.with("actor", actor)).orElse(plain);
        Invoker invoker = new Invoker(
                identity.mspId(),
                Optional.of(identity.partyId()),
                Optional.of(as.role().code()),
                Optional.of(as.alias()));
        return new Invocation(
                identity.channel(),
                NO_TRANSACTION,
                clock.millis(),
                invoker,
                name,
                envelope.canonical(),
                Optional.empty());
    }

    private static JsonObject answer(Result result) {
        if (result instanceof Result.Refusal refusal) {
            return JsonObject.empty()
                    .with("outcome", "REFUSED")
                    .withTexts(
                            "codes",
                            refusal.rejected().reasons().stream()
                                    .map(Reason::code)
                                    .map(Enum::name)
                                    .distinct()
                                    .sorted()
                                    .toList())
                    .with("detail", refusal.message());
        }
        JsonObject payload = StrictJsonReader.parseObject(((Result.Success) result).payload());
        return JsonObject.empty()
                .with("outcome", "ACCEPTED")
                .with("answer", payload.object("answer"))
                .with("writes", payload.value("writes"));
    }
}
