package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.testing.TestRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of what a ledger did, one canonical JSON object a line, in the order of their names; those of real Fabric are
 * among the test resources, and a run leaves its own in {@code target/conformance}.
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
        transcript.expectAll(LedgerKind.RAFT);
        transcript.expectAll(TestRun.ledger());
        return transcript;
    }

    private void expectAll(LedgerKind kind) {
        String file = file(kind);
        try (InputStream lines = Transcript.class.getResourceAsStream("/conformance/" + file)) {
            if (lines != null) {
                new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::expect);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private String file(LedgerKind kind) {
        return switch (kind) {
            case EMBEDDED -> "embedded-" + subject + ".jsonl";
            case RAFT -> FABRIC + "-" + subject + ".jsonl";
            case BFT -> FABRIC + "-bft-" + subject + ".jsonl";
        };
    }

    private void expect(String line) {
        Matcher name = NAME.matcher(line);
        if (!name.find()) {
            throw new IllegalStateException("a record without a name: " + line);
        }
        expected.put(name.group(1), line);
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

    synchronized void write() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "conformance")).resolve(file(TestRun.ledger()));
        Files.writeString(file, String.join("\n", actual.values()) + "\n");
    }
}
