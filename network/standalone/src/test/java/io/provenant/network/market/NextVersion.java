package io.provenant.network.market;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/**
 * The next version of the chaincode, as its developers would make it: {@code Party} gets a field, and its schema a next
 * version that says how older values get theirs. Two sources of this tree are changed and compiled against chaincode.jar.
 */
final class NextVersion {

    /** The field that the next version adds. */
    static final String FIELD = "admissionBand";

    /** Its value where a record was written before there was one. */
    static final String OLDER = "BEFORE_1_1";

    /** Its value in records that the next version makes. */
    static final String NEWER = "STANDARD";

    static final String SCHEMA = "1.1.0";

    private static final Path SOURCES = Path.of("..", "..", "chaincode", "model", "src", "main", "java");
    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "io/provenant/party/Party.java",
            Map.of(
                    "EntryType.record(\"PTY\", \"Party\", Party::new)",
                    "EntryType.record(\"PTY\", \"Party\", Party::new).next(\"" + SCHEMA + "\", json -> json.with(\""
                            + FIELD + "\", \"" + OLDER + "\"))"),
            "io/provenant/party/ApplyAsParty.java",
            Map.of(
                    ".with(\"state\", STEP.to())",
                    ".with(\"" + FIELD + "\", \"" + NEWER + "\").with(\"state\", STEP.to())"));

    private NextVersion() {}

    /** Makes the jar of the next version from the one of this tree. */
    static Path make(Path jar, Path folder) {
        try {
            Path sources = Files.createDirectories(folder.resolve("sources"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<String> arguments =
                    new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
            arguments.addAll(List.of("-cp", jar.toString()));
            for (Map.Entry<String, Map<String, String>> change : CHANGES.entrySet()) {
                arguments.add(
                        changed(sources, change.getKey(), change.getValue()).toString());
            }
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new AssertionError("the next version does not compile");
            }
            return write(jar, classes, folder.resolve("chaincode-next.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the next version in " + folder, e);
        }
    }

    private static Path changed(Path folder, String source, Map<String, String> replacements) throws IOException {
        String text = Files.readString(SOURCES.resolve(source));
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            if (!text.contains(replacement.getKey())) {
                throw new AssertionError(source + " does not contain " + replacement.getKey());
            }
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return Files.writeString(folder.resolve(Path.of(source).getFileName()), text);
    }

    private static Path write(Path jar, Path classes, Path next) throws IOException {
        Map<String, byte[]> replaced = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                replaced.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(next);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = replaced.remove(entry.getName());
                to.write(content == null ? from.getInputStream(entry).readAllBytes() : content);
                to.closeEntry();
            }
            for (Map.Entry<String, byte[]> added : replaced.entrySet()) {
                to.putNextEntry(new ZipEntry(added.getKey()));
                to.write(added.getValue());
                to.closeEntry();
            }
        }
        return next;
    }
}
