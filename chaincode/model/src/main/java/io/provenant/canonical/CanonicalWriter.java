package io.provenant.canonical;

import java.util.Map;

/** Writes the canonical form of RFC 8785 section 3.2: sorted members, minimal escapes, no white space. */
final class CanonicalWriter {

    private static final String HEX = "0123456789abcdef";

    private CanonicalWriter() {}

    static void write(JsonValue value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            object(object, out);
        } else if (value instanceof JsonArray array) {
            array(array, out);
        } else if (value instanceof JsonString text) {
            text(text.value(), out);
        } else if (value instanceof JsonInteger integer) {
            out.append(integer.value());
        } else if (value instanceof JsonBoolean flag) {
            out.append(flag.value());
        }
    }

    private static void object(JsonObject object, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonValue> member : object.entries()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static void array(JsonArray array, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (JsonValue item : array.items()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(item, out);
        }
        out.append(']');
    }

    // RFC 8785 3.2.2.2: the two-character escapes where they exist, four hex digits for other controls, all else as it
    // is
    private static void text(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i), out);
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
