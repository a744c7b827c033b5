package io.provenant.network.record;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a suite did on real Fabric, as it is kept from the last run that was asked to write it down.
 *
 * @param ledger {@code raft} or {@code bft}
 * @param ranOn the day, UTC
 */
public record SuiteRecord(String name, String ledger, long tests, long passed, String fabric, String ranOn) {

    private static final String FILE = "suites.jsonl";

    /** All that are kept, by name and ledger. */
    public static List<SuiteRecord> kept() {
        return RecordFiles.lines(FILE).stream().map(SuiteRecord::parse).toList();
    }

    private static SuiteRecord parse(String line) {
        JsonObject json = StrictJsonReader.parseObject(line.getBytes(StandardCharsets.UTF_8));
        return new SuiteRecord(
                json.text("name"),
                json.text("ledger"),
                json.integer("tests"),
                json.integer("passed"),
                json.text("fabric"),
                json.text("ranOn"));
    }

    /** Keeps what a suite did in this run, in place of what it did on the same ledger before. */
    public static void keep(String name, String ledger, long tests, long passed) {
        SuiteRecord record = new SuiteRecord(
                name,
                ledger,
                tests,
                passed,
                Versions.ofThisRun().fabric(),
                LocalDate.now(ZoneOffset.UTC).toString());
        RecordFiles.write(
                FILE,
                Stream.concat(kept().stream().filter(other -> !record.isOfSame(other)), Stream.of(record))
                        .sorted(Comparator.comparing(SuiteRecord::name).thenComparing(SuiteRecord::ledger))
                        .map(SuiteRecord::json)
                        .toList());
    }

    private boolean isOfSame(SuiteRecord other) {
        return name.equals(other.name) && ledger.equals(other.ledger);
    }

    private String json() {
        return JsonObject.empty()
                .with("name", name)
                .with("ledger", ledger)
                .with("tests", tests)
                .with("passed", passed)
                .with("fabric", fabric)
                .with("ranOn", ranOn)
                .canonical();
    }
}
