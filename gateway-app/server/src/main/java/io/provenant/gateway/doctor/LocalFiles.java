package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Examines files of this machine: whether they can be written, and by whom secrets can be read. */
public final class LocalFiles {

    private static final long LEAST_BYTES = 1L << 30;

    private LocalFiles() {}

    /** The folder of primary data. */
    public static void dataFolder(Findings findings, Path dataDir, Path masterKey) {
        Path folder = dataDir.toAbsolutePath();
        findings.examine("data folder", () -> {
            Path there = nearest(folder);
            require(
                    Files.isDirectory(there) && Files.isWritable(there),
                    there + " cannot be written: give this user the right");
            require(
                    !masterKey.toAbsolutePath().startsWith(folder),
                    "the master key lies in it: move provenant.master-key-file elsewhere, so that a copy of one opens"
                            + " nothing");
            return folder + (Files.exists(folder) ? "" : " (made at the first start)");
        });
        findings.examine("room on the disk", () -> {
            long free = Files.getFileStore(nearest(folder)).getUsableSpace();
            require(free >= LEAST_BYTES, "only " + (free >> 20) + " MiB are free for " + folder + ": make room");
            return (free >> 30) + " GiB free";
        });
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** A file that only its owner may read. */
    public static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            return file + " (drawn at the first start)";
        }
        Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
        open.addAll(Files.getPosixFilePermissions(file));
        open.remove(PosixFilePermission.OWNER_READ);
        open.remove(PosixFilePermission.OWNER_WRITE);
        require(open.isEmpty(), file + " can be read by others: chmod 600 " + file);
        return file + ", its owner's alone";
    }
}
