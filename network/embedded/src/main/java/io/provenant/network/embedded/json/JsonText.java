package io.provenant.network.embedded.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a text of objects, arrays, strings, whole numbers and booleans, and refuses everything else: duplicate members,
 * {@code null}, fractions, trailing text, deep nesting.
 */
public final class JsonText {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_DIGITS = 15;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The object of a text. */
    public static JsonMembers parseObject(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        reader.skipWhiteSpace();
        if (reader.at < text.length()) {
            throw reader.refusal("nothing more");
        }
        return JsonMembers.of("", value);
    }

    private Object value(int depth) {
        skipWhiteSpace();
        if (depth > MAX_DEPTH) {
            throw refusal("at most " + MAX_DEPTH + " levels");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        if (takeIf('}')) {
            return members;
        }
        do {
            skipWhiteSpace();
            String name = string();
            take(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw refusal("member \"" + name + "\" once");
            }
        } while (takeIf(','));
        take('}');
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        take('[');
        if (takeIf(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (takeIf(','));
        take(']');
        return items;
    }

    private String string() {
        take('"');
        StringBuilder content = new StringBuilder();
        while (peek() != '"') {
            char character = text.charAt(at++);
            if (character < 0x20) {
                throw refusal("control characters escaped");
            }
            content.append(character == '\\' ? escaped() : character);
        }
        at++;
        return content.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw refusal("an escape of RFC 8259");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw refusal("four hex digits");
        }
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw refusal("four hex digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw refusal("a value");
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean isPadded = at - digits > 1 && text.charAt(digits) == '0';
        if (at == digits || isPadded || at - digits > MAX_DIGITS) {
            throw refusal("a value; numbers are whole, of at most " + MAX_DIGITS + " digits");
        }
        return Long.valueOf(text.substring(start, at));
    }

    private char peek() {
        if (at >= text.length()) {
            throw refusal("more text");
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (!takeIf(expected)) {
            throw refusal("'" + expected + "'");
        }
    }

    private boolean takeIf(char expected) {
        skipWhiteSpace();
        boolean isNext = at < text.length() && text.charAt(at) == expected;
        if (isNext) {
            at++;
        }
        return isNext;
    }

    private void skipWhiteSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException refusal(String expected) {
        return new JsonException("JSON is expected to have " + expected + " at character " + at);
    }
}
