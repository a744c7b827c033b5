package io.provenant.canonical;

/** Text that the strict reader refuses; {@link #offset()} is the 0-based character at which it stopped. */
public final class MalformedJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedJsonException(String rule, int offset) {
        super(rule + " at character " + offset);
        this.offset = offset;
    }

    /** The 0-based character at which reading stopped. */
    public int offset() {
        return offset;
    }
}
