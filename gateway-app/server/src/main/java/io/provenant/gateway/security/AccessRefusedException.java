package io.provenant.gateway.security;

/** Something that this person may not see or do here, whether or not it exists. */
public final class AccessRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean concernsReading;

    AccessRefusedException(String message, boolean concernsReading) {
        super(message);
        this.concernsReading = concernsReading;
    }

    /** True where something is not his to see; else he may not do it. */
    public boolean concernsReading() {
        return concernsReading;
    }
}
