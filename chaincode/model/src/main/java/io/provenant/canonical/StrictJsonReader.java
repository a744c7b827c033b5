package io.provenant.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON of the ledger profile and refuses everything else: duplicate members, member names other than
 * {@code [a-z][A-Za-z0-9]*}, {@code null}, floats, integers beyond 2^53 − 1, lone surrogates, nesting deeper than 16,
 * trailing text, bytes that are no UTF-8.
 */
public final class StrictJsonReader {

    /** Deepest nesting of arrays and objects. */
    public static final int MAX_DEPTH = 16;

    private final JsonScanner in;
    private final boolean plainNames;

    private StrictJsonReader(String text, boolean plainNames) {
        this.in = new JsonScanner(text);
        this.plainNames = plainNames;
    }

    /** The value of a text; {@link MalformedJsonException} names the character that breaks a rule. */
    public static JsonValue parse(String text) {
        return new StrictJsonReader(text, true).whole();
    }

    /** The object of UTF-8 bytes whose member names are others' choice, such as the attributes of a certificate. */
    public static JsonObject parseWithAnyNames(byte[] utf8) {
        return object(new StrictJsonReader(decode(utf8), false).whole());
    }

    private JsonValue whole() {
        in.skipWhiteSpace();
        JsonValue value = value(0);
        in.skipWhiteSpace();
        in.end();
        return value;
    }

    /** The value of UTF-8 bytes. */
    public static JsonValue parse(byte[] utf8) {
        return parse(decode(utf8));
    }

    /** The object of a text; any other value is refused. */
    public static JsonObject parseObject(String text) {
        return object(parse(text));
    }

    /** The object of UTF-8 bytes; any other value is refused. */
    public static JsonObject parseObject(byte[] utf8) {
        return parseObject(decode(utf8));
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJsonException("not an object", 0);
    }

    /** The text of UTF-8 bytes; a sequence that is none is refused, never replaced. */
    public static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8", 0);
        }
    }

    private JsonValue value(int depth) {
        return switch (in.peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new JsonString(in.text());
            case 't' -> in.word("true", new JsonBoolean(true));
            case 'f' -> in.word("false", new JsonBoolean(false));
            default -> new JsonInteger(in.integer());
        };
    }

    private JsonObject object(int depth) {
        checkDepth(depth);
        TreeMap<String, JsonValue> members = new TreeMap<>();
        in.take('{');
        if (in.takeIf('}')) {
            return new JsonObject(members);
        }
        do {
            member(depth, members);
        } while (in.takeIf(','));
        in.take('}');
        return new JsonObject(members);
    }

    private void member(int depth, Map<String, JsonValue> members) {
        in.skipWhiteSpace();
        int start = in.offset();
        String name = in.text();
        if (plainNames && !isPlainName(name)) {
            throw new MalformedJsonException("member name outside [a-z][A-Za-z0-9]*", start);
        }
        in.take(':');
        in.skipWhiteSpace();
        if (members.put(name, value(depth)) != null) {
            throw new MalformedJsonException("duplicate member", start);
        }
    }

    private JsonArray array(int depth) {
        checkDepth(depth);
        List<JsonValue> items = new ArrayList<>();
        in.take('[');
        if (in.takeIf(']')) {
            return new JsonArray(items);
        }
        do {
            in.skipWhiteSpace();
            items.add(value(depth));
        } while (in.takeIf(','));
        in.take(']');
        return new JsonArray(items);
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedJsonException("nested deeper than " + MAX_DEPTH, in.offset());
        }
    }

    private static boolean isPlainName(String name) {
        if (name.isEmpty() || name.charAt(0) < 'a' || name.charAt(0) > 'z') {
            return false;
        }
        return name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
