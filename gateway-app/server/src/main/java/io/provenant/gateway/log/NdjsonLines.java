package io.provenant.gateway.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of an NDJSON body as bytes, numbered from 1; a line is bounded before it is in memory. */
final class NdjsonLines {

    private final InputStream in;
    private final IntakeLimits limits;
    private long number;
    private long bytesRead;

    NdjsonLines(InputStream in, IntakeLimits limits) {
        this.in = new BufferedInputStream(in);
        this.limits = limits;
    }

    /**
     * A line.
     *
     * @param tooLong its bytes were dropped, since it has more than a line may have
     */
    record Line(long number, SourceBytes bytes, boolean tooLong) {}

    /** The next line that is not blank, or null at the end. */
    @org.jspecify.annotations.Nullable
    Line next() throws IOException {
        for (int first = read(); first >= 0; first = read()) {
            if (number++ == limits.lines()) {
                throw new FileTooLongException(limits.lines(), "lines");
            }
            Line line = line(first);
            if (line.tooLong() || !isBlank(line.bytes().bytes())) {
                return line;
            }
        }
        return null;
    }

    private Line line(int first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        long length = 0;
        for (int c = first; c >= 0 && c != '\n'; c = read()) {
            if (length++ < limits.lineBytes()) {
                bytes.write(c);
            }
        }
        return new Line(number, SourceBytes.of(bytes.toByteArray()), length > limits.lineBytes());
    }

    private int read() throws IOException {
        int next = in.read();
        if (next >= 0 && bytesRead++ == limits.fileBytes()) {
            throw new FileTooLongException(limits.fileBytes(), "bytes");
        }
        return next;
    }

    private static boolean isBlank(byte[] line) {
        for (byte c : line) {
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
