package io.provenant.gateway.api;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.gateway.log.IntakeReport;
import io.provenant.gateway.log.LineResult;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.OwnLogs;
import io.provenant.gateway.log.SourceBytes;
import io.provenant.gateway.security.Access;
import io.provenant.gateway.security.Caller;
import io.provenant.proof.json.FullJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * OpenLineage's own HTTP interface (spec 2-0-2): producers post here unchanged. An event becomes a leaf of the lineage
 * log of this organisation, the first one where it has several and none is named.
 */
@RestController
public final class LineageController {

    private static final int MAX_BATCH_BYTES = 32 << 20;

    private final OwnLogs logs;

    /** The routes of these logs. */
    public LineageController(OwnLogs logs) {
        this.logs = logs;
    }

    @PostMapping(path = "/api/v1/lineage", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonObject event(@RequestParam Optional<String> origin, InputStream body, Caller caller) {
        Access.TAKE_IN.require(caller.person());
        byte[] event = Bodies.read(body, Bodies.MAX_BYTES);
        FullJson.parse(event);
        LineResult result = log(origin)
                .accept(List.of(SourceBytes.of(event)), false)
                .lines()
                .get(0);
        if (result instanceof LineResult.Faulty faulty) {
            throw new ApiProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            faulty.faults().get(0).code().name(),
                            "not an OpenLineage event: "
                                    + faulty.faults().get(0).pointer() + " "
                                    + faulty.faults().get(0).says())
                    .with(
                            "errors",
                            JsonArray.ofObjects(faulty.faults().stream()
                                    .map(fault -> ApiProblem.error(
                                            fault.pointer(), fault.code().name()))
                                    .toList()));
        }
        return result.toJson().without("line");
    }

    @PostMapping(path = "/api/v1/lineage/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonObject batch(@RequestParam Optional<String> origin, InputStream body, Caller caller) {
        Access.TAKE_IN.require(caller.person());
        if (!(FullJson.parse(Bodies.read(body, MAX_BATCH_BYTES)) instanceof FullJson.Items events)) {
            throw Reads.notAcceptable("a batch is an array of events");
        }
        List<SourceBytes> sources = events.items().stream()
                .map(event -> SourceBytes.of(event.canonicalBytes()))
                .toList();
        return answer(log(origin).accept(sources, true));
    }

    private Log log(Optional<String> origin) {
        String named = origin.or(() -> logs.ofPurpose("lineage"))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "NOT_FOUND",
                        "this organisation writes no lineage log; name one under provenant.logs in its settings"));
        return LogController.open(logs, named);
    }

    // The members are OpenLineage's; "lines" is ours, with the promise of each event that was kept.
    private static JsonObject answer(IntakeReport report) {
        List<JsonValue> failed = new ArrayList<>();
        for (LineResult.Faulty faulty : report.faulty()) {
            failed.add(JsonObject.empty()
                    .with("index", faulty.line() - 1)
                    .with(
                            "reason",
                            faulty.faults().get(0).pointer() + " "
                                    + faulty.faults().get(0).says())
                    .with("retriable", false));
        }
        JsonObject summary = JsonObject.empty()
                .with("received", report.lines().size())
                .with("successful", report.promised().size())
                .with("failed", failed.size());
        return JsonObject.empty()
                .with("status", failed.isEmpty() ? "success" : "partial_success")
                .with("summary", summary)
                .with("failed_events", new JsonArray(failed))
                .withObjects(
                        "lines", report.lines().stream().map(LineResult::toJson).toList());
    }
}
