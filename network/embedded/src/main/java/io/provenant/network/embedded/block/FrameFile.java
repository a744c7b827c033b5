package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of frames, each a length and its check sum, a check sum of the content, and the content. Whoever opens it after
 * a crash finds whole frames only: a torn last one is cut off. A frame that is damaged where others follow is not torn,
 * and the file is refused.
 */
public final class FrameFile implements Closeable {

    /** What opening tells of each whole frame, in order. */
    @FunctionalInterface
    public interface Visitor {

        void frame(long offset, ByteString content) throws IOException;
    }

    private static final int HEADER_BYTES = 12;

    private final Path path;
    private final FileChannel channel;
    private long end;

    private FrameFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.end = end;
    }

    /** Opens or makes the file and reads the frames from an offset at which one begins. */
    public static FrameFile open(Path path, long from, Visitor visitor) throws IOException {
        FileChannel channel =
                OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FrameFile file = new FrameFile(path, channel, from);
            file.recover(visitor);
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes a frame behind the last one, not yet surely on disk, and says where it begins. */
    public synchronized long append(ByteString content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + content.size());
        frame.putInt(content.size()).putInt(lengthCheck(content.size())).putInt(check(content.asReadOnlyByteBuffer()));
        content.copyTo(frame);
        frame.flip();
        long begin = end;
        long position = begin;
        while (frame.hasRemaining()) {
            position += channel.write(frame, position);
        }
        end = position;
        return begin;
    }

    /** Returns once everything appended is on disk. */
    public void sync() throws IOException {
        channel.force(false);
    }

    public ByteString read(long offset) throws IOException {
        ByteBuffer header = bytes(offset, HEADER_BYTES);
        int length = header.getInt();
        if (header.getInt() != lengthCheck(length)) {
            throw damaged(offset);
        }
        ByteBuffer content = bytes(offset + HEADER_BYTES, length);
        if (check(content.duplicate()) != header.getInt()) {
            throw damaged(offset);
        }
        return ByteString.copyFrom(content);
    }

    /** Drops the frame that begins at an offset and all that follow; a crash before the next sync may bring them back. */
    public synchronized void cut(long offset) throws IOException {
        channel.truncate(offset);
        end = offset;
    }

    public synchronized long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void recover(Visitor visitor) throws IOException {
        long size = channel.size();
        while (end < size) {
            if (size - end < HEADER_BYTES || isZeroTo(size)) {
                cut(end);
                return;
            }
            ByteBuffer header = bytes(end, HEADER_BYTES);
            int length = header.getInt();
            if (header.getInt() != lengthCheck(length) || length < 0) {
                throw damaged(end);
            }
            long next = end + HEADER_BYTES + length;
            if (next > size || isTornEnd(header.getInt(), length, next == size)) {
                cut(end);
                return;
            }
            visitor.frame(end, ByteString.copyFrom(bytes(end + HEADER_BYTES, length)));
            end = next;
        }
    }

    private boolean isTornEnd(int check, int length, boolean isLast) throws IOException {
        if (check(bytes(end + HEADER_BYTES, length)) == check) {
            return false;
        }
        if (!isLast) {
            throw damaged(end);
        }
        return true;
    }

    /** A file system may have lengthened the file before it wrote to it. */
    private boolean isZeroTo(long size) throws IOException {
        ByteBuffer header = bytes(end, HEADER_BYTES);
        return header.equals(ByteBuffer.allocate(HEADER_BYTES)) && isZero(end, size);
    }

    private boolean isZero(long from, long to) throws IOException {
        ByteBuffer rest = bytes(from, Math.toIntExact(to - from));
        while (rest.hasRemaining()) {
            if (rest.get() != 0) {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException(path + " ends inside the frame at " + offset);
            }
        }
        return bytes.flip();
    }

    private IOException damaged(long offset) {
        return new IOException(path + " is damaged at byte " + offset + ", and more follows it: restore the folder");
    }

    private static int lengthCheck(int length) {
        return check(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    }

    private static int check(ByteBuffer bytes) {
        CRC32C check = new CRC32C();
        check.update(bytes);
        return (int) check.getValue();
    }
}
