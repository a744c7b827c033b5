package io.provenant.proof.json;

import io.provenant.canonical.JsonScanner;
import io.provenant.canonical.StrictJsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON (RFC 8259) of the I-JSON subset: UTF-8, no duplicate members, no lone surrogates, no number beyond the
 * range of a double, nesting at most {@value #MAX_DEPTH} deep.
 */
final class FullJsonReader {

    static final int MAX_DEPTH = 64;

    private final JsonScanner in;

    private FullJsonReader(String text) {
        this.in = new JsonScanner(text);
    }

    static FullJson read(byte[] utf8) {
        FullJsonReader reader = new FullJsonReader(StrictJsonReader.decode(utf8));
        reader.in.skipWhiteSpace();
        FullJson value = reader.value(0);
        reader.in.skipWhiteSpace();
        reader.in.end();
        return value;
    }

    private FullJson value(int depth) {
        return switch (in.peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new FullJson.Text(in.text());
            case 't' -> in.word("true", FullJson.Word.TRUE);
            case 'f' -> in.word("false", FullJson.Word.FALSE);
            case 'n' -> in.word("null", FullJson.Word.NULL);
            default -> number();
        };
    }

    private FullJson number() {
        int start = in.offset();
        double value = Double.parseDouble(in.number());
        if (!Double.isFinite(value)) {
            throw in.malformed("number beyond the range of a double", start);
        }
        return new FullJson.Real(value);
    }

    private FullJson object(int depth) {
        checkDepth(depth);
        TreeMap<String, FullJson> members = new TreeMap<>();
        in.take('{');
        if (!in.takeIf('}')) {
            do {
                member(depth, members);
            } while (in.takeIf(','));
            in.take('}');
        }
        return new FullJson.Members(members);
    }

    private void member(int depth, Map<String, FullJson> members) {
        in.skipWhiteSpace();
        int start = in.offset();
        String name = in.text();
        in.take(':');
        in.skipWhiteSpace();
        if (members.put(name, value(depth)) != null) {
            throw in.malformed("duplicate member", start);
        }
    }

    private FullJson array(int depth) {
        checkDepth(depth);
        List<FullJson> items = new ArrayList<>();
        in.take('[');
        if (!in.takeIf(']')) {
            do {
                in.skipWhiteSpace();
                items.add(value(depth));
            } while (in.takeIf(','));
            in.take(']');
        }
        return new FullJson.Items(items);
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw in.malformed("nested deeper than " + MAX_DEPTH, in.offset());
        }
    }
}
