package io.provenant.gateway.api;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.IntakeReport;
import io.provenant.gateway.log.LineResult;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What became of a file: each line with its promise, or with its codes; nothing is lost without being named. */
final class IntakeAnswers {

    private static final int NAMED = 1_000;

    private IntakeAnswers() {}

    static ResponseEntity<JsonObject> of(IntakeReport report) {
        if (report.lines().isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "no-lines",
                    "the body has no line: nothing was kept. Send a record a line; a day without trade is one record");
        }
        List<LineResult.Faulty> faulty = report.faulty();
        if (!faulty.isEmpty() && !report.kept()) {
            throw nothingKept(faulty);
        }
        JsonObject answer = JsonObject.empty()
                .with("kept", report.promised().size())
                .with("faulty", faulty.size())
                .withObjects(
                        "lines", report.lines().stream().map(LineResult::toJson).toList());
        return ResponseEntity.status(HttpStatus.CREATED).body(answer);
    }

    private static ApiProblem nothingKept(List<LineResult.Faulty> faulty) {
        String detail = String.format(
                Locale.ROOT,
                "%d faulty %s, the first is line %d: %s; nothing was kept. Correct the lines named, or send the file with"
                        + " ?keep-going=true to keep the others",
                faulty.size(),
                faulty.size() == 1 ? "line" : "lines",
                faulty.get(0).line(),
                String.join(",", faulty.get(0).toJson().texts("codes")));
        List<JsonObject> named =
                faulty.stream().limit(NAMED).map(LineResult::toJson).toList();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "faulty-lines", detail)
                .with("faulty", new JsonInteger(faulty.size()))
                .with("lines", io.provenant.canonical.JsonArray.ofObjects(named));
    }
}
