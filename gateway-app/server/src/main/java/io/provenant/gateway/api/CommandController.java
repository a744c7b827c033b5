package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.security.Caller;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One route for every row of the command table. */
@RestController
public final class CommandController {

    static final Map<String, String> ELSEWHERE = Map.of(
            "attest", "post its keys to /api/v1/attestations",
            "ledger:describe", "read /api/v1/ledger",
            "document:deposit", "post the document to /api/v1/documents");

    private final CommandTable commands;
    private final Signatories signatories;
    private final Submissions submissions;

    /** The routes of these commands. */
    public CommandController(CommandTable commands, Signatories signatories, Submissions submissions) {
        this.commands = commands;
        this.signatories = signatories;
        this.submissions = submissions;
    }

    @PostMapping(path = "/api/v1/commands/{noun}/{verb}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonObject> submit(
            @PathVariable String noun,
            @PathVariable String verb,
            @RequestHeader HttpHeaders headers,
            InputStream body,
            Caller caller) {
        return submit(noun + ":" + verb, headers, body, caller);
    }

    @PostMapping(path = "/api/v1/commands/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonObject> approve(@RequestHeader HttpHeaders headers, InputStream body, Caller caller) {
        return submit("approve", headers, body, caller);
    }

    private ResponseEntity<JsonObject> submit(String name, HttpHeaders headers, InputStream body, Caller caller) {
        UseCase<?> useCase = useCase(name);
        SubmitHeaders how = SubmitHeaders.read(headers);
        CommandRequest request = CommandRequest.parse(useCase, Bodies.read(body, CommandRequest.MAX_BYTES));
        Signatory as = signatories.of(caller.person(), useCase.spec(), request.actor(), how.role());
        LedgerCommand command = LedgerCommand.of(name, request.body()).by(request.actor());
        return submissions.submit(as, command, how.idempotencyKey());
    }

    private UseCase<?> useCase(String name) {
        Optional<String> elsewhere = Optional.ofNullable(ELSEWHERE.get(name));
        return commands.find(name)
                .filter(found -> elsewhere.isEmpty())
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "COMMAND_UNKNOWN",
                        "no command " + name + " here; "
                                + elsewhere.orElse("the commands of this version stand in /api/v1/openapi.json")));
    }
}
