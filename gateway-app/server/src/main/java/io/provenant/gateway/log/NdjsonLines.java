package io.provenant.gateway.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of an NDJSON body as bytes, numbered from 1; a line is bounded before it is in memory. */
final class NdjsonLines {

    private final InputStream in;
    private final int longest;
    private long number;

    NdjsonLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
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
        for (int first = in.read(); first >= 0; first = in.read()) {
            number++;
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
        for (int c = first; c >= 0 && c != '\n'; c = in.read()) {
            if (length++ < longest) {
                bytes.write(c);
            }
        }
        return new Line(number, SourceBytes.of(bytes.toByteArray()), length > longest);
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
