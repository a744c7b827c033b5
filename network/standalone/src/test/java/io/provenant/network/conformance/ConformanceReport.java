package io.provenant.network.conformance;

import io.provenant.network.record.RecordFiles;
import io.provenant.network.record.SuiteRecord;
import io.provenant.network.record.Versions;
import io.provenant.network.standalone.ledger.LedgerKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report of what was compared with real Fabric, made of nothing but the kept records. */
final class ConformanceReport {

    private static final List<String> SUBJECTS = List.of("schedules", "answers");
    private static final Pattern VALIDATION = Pattern.compile("\"[a-z] ([A-Z][A-Z_]+)\"");
    private static final Pattern REFUSED =
            Pattern.compile("\"refused\":\"([A-Z_]+)\"|\\\\\"refused\\\\\":\\\\\"([A-Z_]+)");
    private static final Pattern STREAM = Pattern.compile("\"status ([A-Z_]+)\"");
    private static final String HEAD = """
            # What was compared with real Fabric

            Made from the records by `ConformanceReportTest`, which fails in every build in which this page and the records
            differ. [What is recorded and how](conformance.md).
            """;

    private ConformanceReport() {}

    static String text() {
        List<String> parts = new ArrayList<>(List.of(HEAD));
        parts.add(runs());
        parts.add(cases());
        parts.add(counts("Validation codes in the records, each as often as a transaction got it", VALIDATION));
        parts.add(counts("Codes by which calls are refused", REFUSED));
        parts.add(counts("How streams of blocks end", STREAM));
        parts.add(differences());
        parts.add(suites());
        return String.join("\n", parts);
    }

    private static String runs() {
        List<List<String>> rows = new ArrayList<>();
        for (String subject : SUBJECTS) {
            for (LedgerKind kind : List.of(LedgerKind.RAFT, LedgerKind.BFT)) {
                RecordedRun run = run(subject, kind);
                Versions versions = run.versions();
                rows.add(List.of(
                        subject,
                        kind.code(),
                        run.recordedOn(),
                        versions.fabric(),
                        versions.shim(),
                        versions.gateway(),
                        versions.jdk(),
                        "" + run.cases(),
                        "" + Transcript.kept(subject, kind).size(),
                        "`" + run.sha256().substring(0, 16) + "…`"));
            }
        }
        return "## Recorded on real peers and orderers\n\n"
                + table(
                        List.of(
                                "subject",
                                "ordering",
                                "recorded",
                                "Fabric",
                                "shim",
                                "gateway",
                                "JDK",
                                "cases run",
                                "records kept",
                                "SHA-256 of the records"),
                        rows)
                + "\nOf BFT those records are kept that differ from Raft's. The embedded node must do in every build what "
                + "Raft did, case by case.\n";
    }

    /** The run that the kept records come from; records that somebody changed afterwards have none. */
    static RecordedRun run(String subject, LedgerKind kind) {
        RecordedRun run = RecordedRun.parse(RecordFiles.lines(Transcript.runFile(subject, kind)))
                .orElseThrow(() -> new IllegalStateException("no run is kept of " + subject + " with " + kind));
        List<String> lines = RecordFiles.lines(Transcript.file(subject, kind));
        if (!run.sha256().equals(RecordedRun.sha256(lines))) {
            throw new IllegalStateException(
                    Transcript.file(subject, kind) + " is not what its run wrote: record it again");
        }
        return run;
    }

    private static String cases() {
        List<List<String>> rows = new ArrayList<>();
        Cases.schedules()
                .forEach((kind, all) -> rows.add(counted(
                        "schedules: " + kind, all.stream().map(Schedule::name).toList(), "schedules")));
        Cases.rows()
                .forEach((kind, all) -> rows.add(
                        counted("calls: " + kind, all.stream().map(Row::name).toList(), "answers")));
        return "## Cases by kind\n\n" + table(List.of("kind", "cases", "recorded", "differ with BFT"), rows);
    }

    private static List<String> counted(String kind, List<String> names, String subject) {
        Map<String, String> raft = Transcript.kept(subject, LedgerKind.RAFT);
        Map<String, String> bft = Transcript.kept(subject, LedgerKind.BFT);
        return List.of(
                kind,
                "" + names.size(),
                "" + names.stream().filter(raft::containsKey).count(),
                "" + names.stream().filter(bft::containsKey).count());
    }

    private static String counts(String title, Pattern pattern) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String subject : SUBJECTS) {
            Transcript.kept(subject, LedgerKind.RAFT).values().forEach(line -> count(pattern.matcher(line), counts));
        }
        String all = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return title + ": " + all + ".\n";
    }

    private static void count(Matcher found, Map<String, Integer> counts) {
        while (found.find()) {
            String code = found.group(1) == null ? found.group(2) : found.group(1);
            counts.merge(code, 1, Integer::sum);
        }
    }

    private static String differences() {
        SortedMap<String, List<String>> byKind = new TreeMap<>();
        for (String subject : SUBJECTS) {
            Map<String, String> raft = Transcript.kept(subject, LedgerKind.RAFT);
            Transcript.kept(subject, LedgerKind.BFT)
                    .forEach((name, line) -> byKind.computeIfAbsent(
                                    Difference.between(raft.getOrDefault(name, ""), line), absent -> new ArrayList<>())
                            .add(name));
        }
        List<List<String>> rows = new ArrayList<>();
        byKind.forEach((kind, names) -> rows.add(List.of(kind, "" + names.size(), shortened(names))));
        return "## Where BFT differs from Raft\n\n" + table(List.of("difference", "records", "which"), rows);
    }

    private static String shortened(Collection<String> names) {
        long seeds = names.stream().filter(name -> name.startsWith("seed-")).count();
        String others = names.stream().filter(name -> !name.startsWith("seed-")).collect(Collectors.joining("; "));
        return others + (seeds > 0 ? (others.isEmpty() ? "" : "; ") + seeds + " of the seeded ones" : "");
    }

    private static String suites() {
        List<List<String>> rows = SuiteRecord.kept().stream()
                .map(suite -> List.of(
                        "`" + suite.name() + "`",
                        suite.ledger(),
                        String.format(Locale.ROOT, "%d of %d", suite.passed(), suite.tests()),
                        suite.fabric(),
                        suite.ranOn()))
                .toList();
        return "## Suites that ran on real peers and orderers\n\nThe last run of each that was asked to write it down; a run that records new cases is in the first table.\n\n"
                + table(List.of("suite", "ordering", "passed", "Fabric", "on"), rows);
    }

    private static String table(List<String> head, List<List<String>> rows) {
        Function<List<String>, String> line = cells -> "| " + String.join(" | ", cells) + " |\n";
        return line.apply(head) + "|" + "---|".repeat(head.size()) + "\n"
                + rows.stream().map(line).collect(Collectors.joining());
    }
}
