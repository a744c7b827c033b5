package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk with so many bytes left for files to grow, which can also fail to flush. */
final class FailingDisk implements AppendFile.Opener {

    private long bytesLeft;
    private boolean failsToFlush;
    private int opened;

    FailingDisk(long bytesLeft) {
        this.bytesLeft = bytesLeft;
    }

    void makeRoom(long bytes) {
        bytesLeft = bytes;
    }

    void failToFlush(boolean fails) {
        failsToFlush = fails;
    }

    int opened() {
        return opened;
    }

    @Override
    public AppendFile open(Path path) throws IOException {
        AppendFile file = new Limited(ChannelFile.open(path));
        opened++;
        return file;
    }

    private final class Limited implements AppendFile {

        private final AppendFile file;

        Limited(AppendFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            long grows = Math.max(0, position + bytes.remaining() - file.size());
            boolean full = grows > bytesLeft;
            int fits = (int) (bytes.remaining() - Math.max(0, grows - bytesLeft));
            bytesLeft -= Math.min(grows, bytesLeft);
            file.write(bytes.duplicate().limit(bytes.position() + fits), position);
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
        }

        @Override
        public void force() throws IOException {
            if (failsToFlush) {
                throw new IOException("Input/output error");
            }
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
            opened--;
        }
    }
}
