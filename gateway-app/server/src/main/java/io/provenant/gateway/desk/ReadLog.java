package io.provenant.gateway.desk;

import java.util.List;
import java.util.Optional;

/** Who read which private document; a row is durable before the document is shown. */
public interface ReadLog {

    /**
     * A read.
     *
     * @param sequence counts the reads from 1; 0 for one that is not written yet
     * @param atMs UTC milliseconds
     * @param alias the person
     * @param reasonCode why he read it
     */
    record DocumentRead(
            long sequence, long atMs, String alias, String role, String collection, String key, String reasonCode) {}

    /** Writes the row and returns it with its number. */
    DocumentRead write(String alias, String role, String collection, String key, String reasonCode);

    /** Reads after this number, oldest first, of one document or of all. */
    List<DocumentRead> after(long sequence, Optional<String> key, int limit);
}
