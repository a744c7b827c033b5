package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.evidence.ReceiptFiles;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.LogTrouble;
import io.provenant.gateway.log.OwnLogs;
import io.provenant.gateway.security.Access;
import io.provenant.gateway.security.Caller;
import io.provenant.merkle.LogOrigin;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The logs that this organisation writes: intake, receipts, and what others read to follow them (C2SP tlog-tiles). */
@RestController
public final class LogController {

    private final OwnLogs logs;
    private final ReceiptFiles receipts;

    /** The routes of these logs. */
    public LogController(OwnLogs logs, ReceiptFiles receipts) {
        this.logs = logs;
        this.receipts = receipts;
    }

    @GetMapping("/api/v1/logs")
    JsonObject all(Caller caller) {
        boolean withCause = Access.LOOK_AFTER_LOGS.isGiven(caller.person());
        return JsonObject.empty()
                .withObjects(
                        "items",
                        logs.states().stream()
                                .map(state -> state.toJson(withCause))
                                .toList());
    }

    @PostMapping(path = "/api/v1/logs/{origin}/records", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<JsonObject> records(
            @PathVariable String origin,
            @RequestParam(name = "keep-going", defaultValue = "false") boolean keepGoing,
            InputStream ndjson,
            Caller caller) {
        Access.TAKE_IN.require(caller.person());
        return IntakeAnswers.of(open(logs, origin).accept(ndjson, keepGoing));
    }

    @GetMapping("/api/v1/receipts/{origin}/{index}")
    JsonObject receipt(@PathVariable String origin, @PathVariable String index, Caller caller) {
        Access.READ_RECORDS.require(caller.person());
        Log log = open(logs, origin);
        long number = number(index);
        if (number >= log.size()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "NOT_FOUND", "the log holds " + log.size() + " records, numbered from 0");
        }
        try {
            return receipts.of(log, number);
        } catch (LedgerUnavailableException e) {
            throw Submissions.unavailable(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping(path = "/api/v1/logs/{origin}/checkpoint", produces = "text/plain;charset=UTF-8")
    String checkpoint(@PathVariable String origin) {
        return open(logs, origin)
                .latest()
                .map(checkpoint -> checkpoint.note())
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "NOT_FOUND", "the log has signed no checkpoint yet; ask again"));
    }

    @GetMapping(path = "/api/v1/logs/{origin}/tile/{*tile}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] tile(@PathVariable String origin, @PathVariable String tile) {
        Log log = open(logs, origin);
        return TilePath.parse(tile)
                .flatMap(path -> path.read(log))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "NOT_FOUND", "no such tile; the checkpoint says how many there are"));
    }

    /** The log of this origin, open. */
    static Log open(OwnLogs logs, String origin) {
        if (!LogOrigin.isValid(origin)) {
            throw Reads.notAcceptable("an origin is <ledger>/<channel>/<party>/<purpose>-<shard>, percent-encoded");
        }
        Optional<OwnLogs.State> state = logs.state(origin);
        if (state.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND,
                    "NOT_FOUND",
                    "this organisation writes no log " + origin + "; see /api/v1/logs");
        }
        return logs.find(origin).orElseThrow(() -> notOpen(logs.state(origin).orElse(state.get())));
    }

    private static ApiProblem notOpen(OwnLogs.State state) {
        return state.trouble().filter(LogTrouble::isStopped).isPresent()
                ? damaged()
                : new ApiProblem(HttpStatus.CONFLICT, "log-not-open", state.says() + "; nothing was kept");
    }

    /** The answer of a log that stopped for good. */
    static ApiProblem damaged() {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "log-damaged",
                "files or head of the log are not as they should be: nothing was kept or signed until it is restored. Keep"
                        + " what you sent; your administrator: /api/v1/health and /api/v1/logs");
    }

    private static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,14}")) {
            throw Reads.notAcceptable("an index is a decimal number");
        }
        return Long.parseLong(text);
    }
}
