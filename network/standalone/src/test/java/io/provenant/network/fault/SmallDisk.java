package io.provenant.network.fault;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a file system of a few megabytes in memory, which can be filled; mounting it takes root. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE_BYTES = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; where this user may not, the test is skipped with a line that says so. */
    static SmallDisk at(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        boolean isMounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0;
        if (!isMounted) {
            System.out.println("skipped a full disk: a file system of bounded size can only be mounted by root");
        }
        assumeThat(isMounted).as("a file system of bounded size").isTrue();
        return new SmallDisk(folder);
    }

    /** Leaves no room for another byte. */
    void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (folder.toFile().getUsableSpace() > 0) {
                filler.write(new byte[PIECE_BYTES]);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw new UncheckedIOException("cannot fill " + folder, e);
            }
        }
    }

    /** Makes room again. */
    void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make room in " + folder, e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        int status = run("umount", folder.toString());
        if (status != 0) {
            throw new IllegalStateException("umount " + folder + " ended with status " + status);
        }
    }
}
