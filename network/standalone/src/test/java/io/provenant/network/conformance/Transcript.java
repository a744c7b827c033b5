package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import io.provenant.network.record.RecordFiles;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.testing.TestRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of what a ledger did, one canonical JSON object a line, in the order of their names. Those of real Fabric with
 * Raft are kept; of BFT those that differ. Every run leaves its own in {@code target/conformance}, and writes the kept
 * ones anew where it is asked to, see {@link RecordFiles}.
 */
final class Transcript {

    private static final String FABRIC = "fabric-3.1.5";
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

    private final String subject;
    private final Map<String, String> expected = new TreeMap<>();
    private final Map<String, String> actual = new TreeMap<>();

    private Transcript(String subject) {
        this.subject = subject;
    }

    /** What real Fabric did: with Raft, or with BFT where this run is about that and it differs. */
    static Transcript ofFabric(String subject) {
        Transcript transcript = new Transcript(subject);
        transcript.expected.putAll(kept(subject, LedgerKind.RAFT));
        if (TestRun.ledger() == LedgerKind.BFT) {
            transcript.expected.putAll(kept(subject, LedgerKind.BFT));
        }
        return transcript;
    }

    /** The kept records by name. */
    static Map<String, String> kept(String subject, LedgerKind kind) {
        Map<String, String> records = new TreeMap<>();
        RecordFiles.lines(file(subject, kind)).forEach(line -> records.put(name(line), line));
        return records;
    }

    static String file(String subject, LedgerKind kind) {
        return switch (kind) {
            case EMBEDDED -> "embedded-" + subject + ".jsonl";
            case RAFT -> FABRIC + "-" + subject + ".jsonl";
            case BFT -> FABRIC + "-bft-" + subject + ".jsonl";
        };
    }

    static String runFile(String subject, LedgerKind kind) {
        return file(subject, kind).replace(".jsonl", ".run.json");
    }

    private static String name(String line) {
        Matcher name = NAME.matcher(line);
        if (!name.find()) {
            throw new IllegalStateException("a record without a name: " + line);
        }
        return name.group(1);
    }

    synchronized void add(JsonObject record) {
        actual.put(record.text("name"), record.canonical());
    }

    /** The record of a name, in the form of {@link #readable}. */
    String expected(String name) {
        return readable(expected.getOrDefault(name, "nothing is recorded of " + name));
    }

    /** A record in lines, for people who compare. */
    static String readable(JsonObject record) {
        return readable(record.canonical());
    }

    private static String readable(String line) {
        return line.replace("},{", "},\n{").replace("[{", "[\n{");
    }

    /**
     * Keeps what this run did.
     *
     * @param isWhole whether every case of the subject was run
     */
    synchronized void write(boolean isWhole) {
        LedgerKind kind = TestRun.ledger();
        Path seen = Path.of("target", "conformance", file(subject, kind));
        RecordFiles.write(seen, String.join("\n", actual.values()) + "\n");
        if (RecordFiles.isRecording() && kind.isReal() && isWhole) {
            record(kind);
        }
    }

    private void record(LedgerKind kind) {
        List<String> lines = new ArrayList<>(actual.values());
        if (kind == LedgerKind.BFT) {
            lines.removeAll(kept(subject, LedgerKind.RAFT).values());
        }
        RecordFiles.write(file(subject, kind), lines);
        RecordFiles.write(
                runFile(subject, kind),
                List.of(RecordedRun.of(kind, actual.size(), lines).json()));
    }
}
