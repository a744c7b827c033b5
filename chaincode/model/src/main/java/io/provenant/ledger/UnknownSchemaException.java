package io.provenant.ledger;

/** A stored record has a schema that this code does not know: refused as {@code SCHEMA_UNKNOWN}. */
public final class UnknownSchemaException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String found;
    private final String newest;

    /** Names the record, its version, and the newest version that this code knows. */
    public UnknownSchemaException(String key, String found, String newest) {
        super(key + " is of schema " + found + ", and this code knows schemas up to " + newest);
        this.key = key;
        this.found = found;
        this.newest = newest;
    }

    /** The record's key. */
    public String key() {
        return key;
    }

    /** The version it is stored in. */
    public String found() {
        return found;
    }

    /** The newest version that this code knows. */
    public String newest() {
        return newest;
    }
}
