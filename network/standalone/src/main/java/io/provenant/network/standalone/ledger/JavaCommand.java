package io.provenant.network.standalone.ledger;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that runs a class of this JVM in a small JVM of its own. */
public final class JavaCommand {

    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx128m");

    private JavaCommand() {}

    /** By its jar alone where the jar is made for that, else by the class path of this JVM. */
    public static List<String> of(Class<?> main) {
        List<String> command = small();
        Path source = source(main);
        command.addAll(
                isStartedBy(source, main)
                        ? List.of("-jar", source.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** By the jars and folders alone that these classes come from, the main class's first. */
    public static List<String> from(Class<?> main, Class<?>... others) {
        String classPath = Stream.concat(Stream.of(main), Stream.of(others))
                .map(type -> source(type).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = small();
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }

    private static List<String> small() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        return command;
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where " + type + " was loaded from is no file", e);
        }
    }

    private static boolean isStartedBy(Path source, Class<?> main) {
        if (!Files.isRegularFile(source)) {
            return false;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            return jar.getManifest() != null
                    && main.getName()
                            .equals(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }
}
