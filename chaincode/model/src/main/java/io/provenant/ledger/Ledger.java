package io.provenant.ledger;

import io.provenant.canonical.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The port through which every rule reads the ledger; every read is recorded (domain 3a.4).
 *
 * <p>Reads show the state before this transaction: own writes are never read back (determinism D9).
 */
public interface Ledger {

    /** Most rows that one scan may ask for. */
    int MAX_SCAN = 64;

    /** The value at this key, recorded as (key, rev) or (key, absent). */
    <T extends Entry> Optional<T> get(Key<T> key);

    /**
     * The values whose keys start with {@code prefix}, in key order, recorded as a range.
     *
     * @param prefix the parts of the key that are fixed, such as the party of a queue
     * @param atMost 1 to {@value #MAX_SCAN}
     */
    <T extends Entry> Page<T> scan(EntryType<T> type, List<String> prefix, int atMost);

    /** The hash of a private document, equal on every peer; never the document. */
    Optional<Digest> privateHash(DocumentKey key);

    /** What was read so far, in the order of first use. */
    List<Read> reads();

    /** The same ledger with an empty record of its own: what is read through it is recorded in both. */
    Ledger recordingApart();

    /**
     * The same as {@link #recordingApart()}, up to a bound: the read after so many, or after so many bytes of recorded
     * reads, is not performed and ends in a {@link ReadsExceededException}.
     */
    Ledger recordingAtMost(int reads, int bytes);
}
