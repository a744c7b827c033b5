package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A file that must outlive a failure. The seam where a test lets the disk run full or fail. */
public interface AppendFile extends AutoCloseable {

    /** How files are opened. */
    interface Opener {
        /** Opens a file for reading and writing, making it where it is missing. */
        AppendFile open(Path path) throws IOException;
    }

    /** Writes all bytes at this position. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Reads exactly so many bytes at this position, or throws {@link java.io.EOFException}. */
    ByteBuffer read(long position, int length) throws IOException;

    /** How many bytes it has. */
    long size() throws IOException;

    /** Cuts all bytes from this size on. */
    void truncate(long size) throws IOException;

    /**
     * Returns when the disk holds everything written. Where it fails, nobody knows what the disk holds of what was written
     * since it last returned, and that it returns another time says nothing of it: it has to be written again.
     */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
