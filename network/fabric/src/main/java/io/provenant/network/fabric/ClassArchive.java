package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a jar as the JVM keeps them for its next start, in a file beside the jar: whoever may write that file may
 * as well write the jar. An archive that is older than its jar is none.
 */
record ClassArchive(Path jar) {

    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private Path file() {
        String name = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
        return jar.resolveSibling(name + "-java" + Runtime.version().feature() + ".jsa");
    }

    boolean exists() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            return false; // gone since: the start takes longer, and nothing else
        }
    }

    /** The JVM's options that start from it; none where there is none. */
    List<String> use() {
        return exists() ? quietly("-XX:SharedArchiveFile=") : List.of();
    }

    /** The JVM's options that make it at the end of a run. */
    List<String> make() {
        return quietly("-XX:ArchiveClassesAtExit=");
    }

    private List<String> quietly(String option) {
        List<String> options = new ArrayList<>(QUIET);
        options.add(option + file());
        return options;
    }
}
