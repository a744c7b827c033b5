package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A file as the vault uses it. The seam where a test lets the disk run full or fail. */
interface AppendFile extends AutoCloseable {

    /** Opens a file for reading and writing, making it where it is missing. */
    interface Opener {
        AppendFile open(Path path) throws IOException;
    }

    /** Writes all bytes at this position. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Reads exactly so many bytes at this position, or throws {@link java.io.EOFException}. */
    ByteBuffer read(long position, int length) throws IOException;

    long size() throws IOException;

    void truncate(long size) throws IOException;

    /** Returns when the disk holds everything written. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
