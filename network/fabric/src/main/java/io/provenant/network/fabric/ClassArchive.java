package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The classes of a jar as the JVM keeps them for its next start, in a file beside the jar. The jar's digest does not
 * cover it, and the JVM runs what it holds, so it is taken only where nobody but the jar's owner can have written it, and
 * whoever wants the jar alone starts without it. An archive that is older than its jar is none.
 */
record ClassArchive(Path jar) {

    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private Path file() {
        String name = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
        return jar.resolveSibling(name + "-java" + Runtime.version().feature() + ".jsa");
    }

    boolean exists() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0
                    && isOwn();
        } catch (IOException e) {
            return false; // gone since: the start takes longer, and nothing else
        }
    }

    private boolean isOwn() throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(file(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile()
                && attributes.owner().equals(Files.getOwner(jar))
                && Collections.disjoint(attributes.permissions(), OTHERS);
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
