package io.provenant.canonical;

/**
 * The tokens of strict JSON (RFC 8259): one position in a text, moved forward only. Every reader of JSON in the project
 * is built on it; what breaks a rule is a {@link MalformedJsonException}.
 */
public final class JsonScanner {

    private final String text;
    private int at;

    /** Starts at the first character. */
    public JsonScanner(String text) {
        this.text = text;
    }

    /** The 0-based character that comes next. */
    public int offset() {
        return at;
    }

    /** The next character, not taken. */
    public char peek() {
        if (at >= text.length()) {
            throw new MalformedJsonException("text ends too early", at);
        }
        return text.charAt(at);
    }

    /** Goes to the next character that is no white space. */
    public void skipWhiteSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Takes this character, after white space, or refuses. */
    public void take(char expected) {
        if (!takeIf(expected)) {
            throw new MalformedJsonException("expected '" + expected + "'", at);
        }
    }

    /** Takes this character if it comes next, after white space. */
    public boolean takeIf(char expected) {
        skipWhiteSpace();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Refuses text that is left. */
    public void end() {
        if (at < text.length()) {
            throw new MalformedJsonException("text after the value", at);
        }
    }

    /** Takes one of JSON's words and gives the value that it stands for. */
    public <T> T word(String word, T value) {
        if (!text.startsWith(word, at)) {
            throw new MalformedJsonException("not a value", at);
        }
        at += word.length();
        return value;
    }

    /** The refusal of what starts at this character. */
    public MalformedJsonException malformed(String rule, int offset) {
        return new MalformedJsonException(rule, offset);
    }

    /** Takes a number of RFC 8259 section 6 and gives it as it is written. */
    public String number() {
        int start = at;
        takeSign("-");
        int digits = at;
        takeDigits();
        if (at - digits > 1 && text.charAt(digits) == '0') {
            throw new MalformedJsonException("number with a leading zero", start);
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            takeDigits();
        }
        if (at < text.length() && "eE".indexOf(text.charAt(at)) >= 0) {
            at++;
            takeSign("+-");
            takeDigits();
        }
        return text.substring(start, at);
    }

    private void takeSign(String signs) {
        if (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void takeDigits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw new MalformedJsonException("not a value", start);
        }
    }

    /** Takes an integer of the ledger profile. */
    public long integer() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == digits) {
            throw new MalformedJsonException("not a value", start);
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw MalformedJsonException.inexactNumber("not an integer", start);
        }
        if ((at - digits > 1 && text.charAt(digits) == '0') || text.startsWith("-0", start)) {
            throw new MalformedJsonException("integer not in its shortest form", start);
        }
        return bounded(start, digits);
    }

    private long bounded(int start, int digits) {
        if (at - digits > 16) {
            throw MalformedJsonException.inexactNumber("integer beyond 2^53-1", start);
        }
        long value = Long.parseLong(text, start, at, 10);
        if (Math.abs(value) > JsonInteger.MAX) {
            throw MalformedJsonException.inexactNumber("integer beyond 2^53-1", start);
        }
        return value;
    }

    /** Takes a string and gives its value. */
    public String text() {
        if (peek() != '"') {
            throw new MalformedJsonException("expected a string", at);
        }
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            out.append(peek() == '\\' ? escaped() : plain());
        }
        at++;
        checkSurrogates(out, start);
        return out.toString();
    }

    private char plain() {
        char c = text.charAt(at);
        if (c < 0x20) {
            throw new MalformedJsonException("control character in a string", at);
        }
        at++;
        return c;
    }

    private char escaped() {
        at++;
        char c = peek();
        at++;
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw new MalformedJsonException("unknown escape", at - 2);
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            unit = unit * 16 + hexDigit(text.charAt(at++));
        }
        return (char) unit;
    }

    private int hexDigit(char c) {
        int digit = "0123456789abcdef".indexOf(c >= 'A' && c <= 'F' ? c + 32 : c);
        if (digit < 0) {
            throw new MalformedJsonException("unknown escape", at - 1);
        }
        return digit;
    }

    private static void checkSurrogates(CharSequence value, int start) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedJsonException("lone surrogate in a string", start);
            }
        }
    }
}
