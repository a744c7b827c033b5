package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.generator.TradeDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chapter: the exchange posts a day of 10,000 trade records, and real OpenLineage events where somebody has given some.
 * Each line is answered with a signed promise; two transactions anchor all of it.
 */
final class TradingDay {

    static final int LINES = 10_000;

    private static final String OPERATOR = OpenedLogs.OPERATOR;
    private static final long SEED = 7;

    private final Stage stage;
    private final String tradeOrigin;
    private final String lineageOrigin;

    TradingDay(Stage stage, String tradeOrigin, String lineageOrigin) {
        this.stage = stage;
        this.tradeOrigin = tradeOrigin;
        this.lineageOrigin = lineageOrigin;
    }

    /**
     * Tells it; returns once the ledger holds a head over all of it.
     *
     * @param events a folder of OpenLineage events, {@code *.json}
     */
    void tell(Optional<Path> events) {
        stage.narrator().chapter("A day of trade: 10,000 records, each with a promise, anchored by one transaction");
        String day = new TradeDay(SEED, LocalDate.of(2026, 3, 6), LINES).ndjson();
        JsonObject report = stage.gatewayOf(OPERATOR)
                .postLines(OPERATOR, "/logs/" + Gateway.segment(tradeOrigin) + "/records", day)
                .accepted("the day of trade records")
                .json();
        List<JsonObject> lines = report.objects("lines");
        stage.narrator()
                .require(
                        lines.size() == LINES && lines.stream().allMatch(line -> line.has("promise")),
                        "%d records taken in, every one answered with a signed promise",
                        LINES);
        stage.gatewayOf(OPERATOR)
                .postLines(OPERATOR, "/logs/" + Gateway.segment(tradeOrigin) + "/records", day)
                .accepted("the same day again");
        stage.narrator().require(logSize() == LINES, "the same day posted again: nothing stands in the log twice");
        events.ifPresentOrElse(
                this::lineage, () -> stage.narrator().remark("no folder of OpenLineage events was given"));
        stage.awaitUntil("the head of the trade log is on the ledger", () -> anchored() == LINES);
        stage.narrator().held("anchored: the ledger holds one head of %s over %d records", tradeOrigin, LINES);
    }

    private void lineage(Path folder) {
        long kept = 0;
        long events = 0;
        for (Path file : files(folder)) {
            Answer answer = stage.gatewayOf(OPERATOR)
                    .postJson(OPERATOR, "/lineage?origin=" + Gateway.segment(lineageOrigin), text(file));
            events++;
            kept += answer.status() / 100 == 2 ? 1 : 0;
        }
        stage.narrator()
                .require(
                        kept == events && kept > 0,
                        "%d of %d real OpenLineage events are leaves of the lineage log",
                        kept,
                        events);
    }

    private long logSize() {
        return stage.read(OPERATOR, "/logs").objects("items").stream()
                .filter(log -> log.text("origin").equals(tradeOrigin))
                .mapToLong(log -> log.integer("size"))
                .sum();
    }

    private long anchored() {
        Answer head = stage.gatewayOf("regulator-officer")
                .get("regulator-officer", "/anchor/log-head/" + Gateway.segment(tradeOrigin));
        return head.status() == 200 ? head.json().object("value").integer("size") : 0;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(TradingDay::isEvent).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    // Beside the events of a suite lie its descriptions, which are none.
    private static boolean isEvent(Path file) {
        Path parent = file.getParent();
        return file.toString().endsWith(".json") && parent != null && parent.endsWith("events");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
