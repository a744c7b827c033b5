package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A disk with so many bytes left for files to grow, which can also fail to flush and lose its power. As on Linux the
 * bytes of a failed flush stay readable, count as written from then on, and are on no disk.
 */
public final class FailingDisk implements AppendFile.Opener {

    private long bytesLeft;
    private boolean failsToFlush;
    private String unwritable = "";
    private int opened;
    private final Map<Path, Platter> platters = new HashMap<>();

    /** A disk on which files may grow by so many bytes. */
    public FailingDisk(long bytesLeft) {
        this.bytesLeft = bytesLeft;
    }

    /** From now on files may grow by so many bytes. */
    public void makeRoom(long bytes) {
        bytesLeft = bytes;
    }

    /** From now on no flush succeeds, or each does. */
    public void failToFlush(boolean fails) {
        failsToFlush = fails;
    }

    /** From now on the file of this name takes no write; "" for none. */
    public void failToWrite(String name) {
        unwritable = name;
    }

    /** How many files are open. */
    public int opened() {
        return opened;
    }

    /** Leaves in each file what the disk holds of it. */
    public void losePower() throws IOException {
        for (Map.Entry<Path, Platter> file : platters.entrySet()) {
            Files.write(file.getKey(), file.getValue().bytes);
        }
    }

    /** What the disk itself holds of a file, and which bytes wait to be brought there. */
    private static final class Platter {

        private record Range(int from, int to) {}

        private final List<Range> dirty = new ArrayList<>();
        private byte[] bytes = new byte[0];

        void written(long position, int length) {
            dirty.add(new Range((int) position, (int) position + length));
        }

        void truncated(long size) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length));
        }

        void flushed(ByteBuffer seen) {
            bytes = Arrays.copyOf(bytes, seen.limit());
            for (Range range : dirty) {
                int length = Math.min(range.to, bytes.length) - range.from;
                if (length > 0) {
                    seen.get(range.from, bytes, range.from, length);
                }
            }
            dirty.clear();
        }

        void failed() {
            dirty.clear();
        }
    }

    @Override
    public AppendFile open(Path path) throws IOException {
        Platter platter = platters.computeIfAbsent(path, name -> new Platter());
        AppendFile file = new Limited(path.getFileName().toString(), ChannelFile.open(path), platter);
        opened++;
        return file;
    }

    private final class Limited implements AppendFile {

        private final String name;
        private final AppendFile file;
        private final Platter platter;

        Limited(String name, AppendFile file, Platter platter) {
            this.name = name;
            this.file = file;
            this.platter = platter;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            if (name.equals(unwritable)) {
                throw new IOException("Input/output error");
            }
            long grows = Math.max(0, position + bytes.remaining() - file.size());
            boolean full = grows > bytesLeft;
            int fits = (int) (bytes.remaining() - Math.max(0, grows - bytesLeft));
            bytesLeft -= Math.min(grows, bytesLeft);
            file.write(bytes.duplicate().limit(bytes.position() + fits), position);
            platter.written(position, fits);
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public ByteBuffer read(long position, int length) throws IOException {
            return file.read(position, length);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
            platter.truncated(size);
        }

        @Override
        public void force() throws IOException {
            if (failsToFlush) {
                platter.failed();
                throw new IOException("Input/output error");
            }
            file.force();
            platter.flushed(file.read(0, (int) file.size()));
        }

        @Override
        public void close() throws IOException {
            file.close();
            opened--;
        }
    }
}
