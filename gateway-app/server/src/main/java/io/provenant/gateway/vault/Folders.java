package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders of files that must outlive a power cut, which may take a name that was not flushed and all that is below it. */
public final class Folders {

    private Folders() {}

    /** Makes a folder and those above it where they are missing; the disk holds their names when this returns. */
    public static void create(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path above = whole.getParent();
        if (above == null || Files.isDirectory(whole)) {
            return;
        }
        create(above);
        Files.createDirectories(whole); // another thread may have been first
        flush(above);
    }

    /** Returns when the disk holds the names of what is in this folder. */
    public static void flush(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
