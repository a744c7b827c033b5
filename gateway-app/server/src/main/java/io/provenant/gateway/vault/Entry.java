package io.provenant.gateway.vault;

/** What stands in the clear about a record: readable without a key, and after the record was erased. */
public final class Entry {

    private final long index;
    private final long acceptedMs;
    private final byte[] label;

    Entry(long index, long acceptedMs, byte[] label) {
        this.index = index;
        this.acceptedMs = acceptedMs;
        this.label = label.clone();
    }

    /** The record's place, from 0. */
    public long index() {
        return index;
    }

    /** When the record was taken in, UTC milliseconds. */
    public long acceptedMs() {
        return acceptedMs;
    }

    /** The label given with the record. */
    public byte[] label() {
        return label.clone();
    }
}
