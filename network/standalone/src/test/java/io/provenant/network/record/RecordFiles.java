package io.provenant.network.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files in which records are kept; a run that is asked to writes them anew. */
public final class RecordFiles {

    private static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));
    private static final Path RECORDS = ROOT.resolve("network/standalone/src/test/resources/conformance");

    private RecordFiles() {}

    /** Whether this run writes down what it sees: {@code -Dconformance.record=true}. */
    public static boolean isRecording() {
        return Boolean.getBoolean("conformance.record");
    }

    /** The lines of a file of records; none where there is no such file. */
    public static List<String> lines(String name) {
        Path file = RECORDS.resolve(name);
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    /** Writes a file of records anew. */
    public static void write(String name, List<String> lines) {
        write(RECORDS.resolve(name), String.join("\n", lines) + "\n");
    }

    /** The report that is made of them. */
    public static Path report() {
        return ROOT.resolve("docs/conformance-report.md");
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes a text. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
