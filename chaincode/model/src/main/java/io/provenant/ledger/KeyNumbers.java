package io.provenant.ledger;

/** Numbers inside keys: decimal, zero-padded to a fixed width, so that key order is their order (domain 3.3). */
public final class KeyNumbers {

    private KeyNumbers() {}

    /** The number in so many digits; {@link IllegalArgumentException} where it does not fit. */
    public static String padded(long number, int digits) {
        String text = Long.toString(number);
        if (number < 0 || text.length() > digits) {
            throw new IllegalArgumentException("not a number of " + digits + " digits: " + number);
        }
        return "0".repeat(digits - text.length()) + text;
    }
}
