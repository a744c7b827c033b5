package io.provenant.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Public test vectors beside the project; tests that need them are skipped, saying so, where they are absent. */
public final class Vectors {

    private Vectors() {}

    /** The folder of one suite. */
    public static Path folder(String suite) {
        Path folder = Path.of(System.getProperty("project.root", "."), "..", "shared", "vectors", suite)
                .normalize();
        assumeTrue(Files.isDirectory(folder), () -> "no public vectors in " + folder + ": not checked in this run");
        return folder;
    }

    /** The files below a folder with this ending, in the order of their names. */
    public static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assumeTrue(!files.isEmpty(), () -> "no " + ending + " files in " + folder);
            return files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
