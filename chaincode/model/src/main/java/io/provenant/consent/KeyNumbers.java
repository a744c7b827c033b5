package io.provenant.consent;

/** Numbers inside keys: decimal, zero-padded to a fixed width, so that key order is their order (domain 3.3). */
final class KeyNumbers {

    private KeyNumbers() {}

    static String padded(long number, int digits) {
        String text = Long.toString(number);
        if (number < 0 || text.length() > digits) {
            throw new IllegalArgumentException("not a number of " + digits + " digits: " + number);
        }
        return "0".repeat(digits - text.length()) + text;
    }
}
