package io.provenant.network.embedded.msp;

import java.util.function.IntPredicate;

/** Reads a policy's text from left to right: words, numbers, quoted principals and punctuation, white space between. */
final class PolicyTokens {

    private static final int MAX_DIGITS = 6;

    private final String text;
    private int position;

    PolicyTokens(String text) {
        this.text = text;
    }

    static boolean isMspIdCharacter(int character) {
        return isLetter(character) || isDigit(character) || character == '.' || character == '-';
    }

    String word() {
        return run("a gate", PolicyTokens::isLetter);
    }

    /** A count, which Fabric takes with quotes or without. */
    int number() {
        String digits = isQuoted() ? quoted() : run("a number", PolicyTokens::isDigit);
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(PolicyTokens::isDigit)) {
            throw refusal("a number, not " + digits);
        }
        return Integer.parseInt(digits);
    }

    boolean isQuoted() {
        skipSpace();
        return position < text.length() && (text.charAt(position) == '\'' || text.charAt(position) == '"');
    }

    String quoted() {
        int end = text.indexOf(text.charAt(position), position + 1);
        if (end < 0) {
            throw refusal("a closing quote");
        }
        String content = text.substring(position + 1, end);
        position = end + 1;
        return content;
    }

    boolean skip(char symbol) {
        skipSpace();
        boolean isThere = position < text.length() && text.charAt(position) == symbol;
        if (isThere) {
            position++;
        }
        return isThere;
    }

    void symbol(char symbol) {
        if (!skip(symbol)) {
            throw refusal("\"" + symbol + "\"");
        }
    }

    void end() {
        skipSpace();
        if (position < text.length()) {
            throw refusal("the end");
        }
    }

    IllegalArgumentException refusal(String expected) {
        return new IllegalArgumentException(
                "a policy is expected to have " + expected + ", at character " + position + " of: " + text);
    }

    private String run(String what, IntPredicate isPart) {
        skipSpace();
        int from = position;
        while (position < text.length() && isPart.test(text.charAt(position))) {
            position++;
        }
        if (from == position) {
            throw refusal(what);
        }
        return text.substring(from, position);
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
