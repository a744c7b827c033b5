package io.provenant.canonical;

/** Text that the strict reader refuses; {@link #offset()} is the 0-based character at which it stopped. */
public final class MalformedJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final boolean inexactNumber;

    MalformedJsonException(String rule, int offset) {
        this(rule, offset, false);
    }

    private MalformedJsonException(String rule, int offset, boolean inexactNumber) {
        super(rule + " at character " + offset);
        this.offset = offset;
        this.inexactNumber = inexactNumber;
    }

    static MalformedJsonException inexactNumber(String rule, int offset) {
        return new MalformedJsonException(rule, offset, true);
    }

    /** True if a number stopped the reader that not every reader would hold exactly: it belongs into a string. */
    public boolean isInexactNumber() {
        return inexactNumber;
    }

    /** The 0-based character at which reading stopped. */
    public int offset() {
        return offset;
    }
}
