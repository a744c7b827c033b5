package io.provenant.proof.json;

import io.provenant.canonical.JsonString;
import java.util.Locale;
import java.util.Map;

/** Writes the canonical form of RFC 8785 section 3.2. */
final class FullJsonWriter {

    private FullJsonWriter() {}

    static void write(FullJson value, StringBuilder out) {
        if (value instanceof FullJson.Members object) {
            object(object, out);
        } else if (value instanceof FullJson.Items array) {
            array(array, out);
        } else if (value instanceof FullJson.Text text) {
            out.append(new JsonString(text.value()).canonical());
        } else if (value instanceof FullJson.Real number) {
            out.append(EcmaNumber.text(number.value()));
        } else if (value instanceof FullJson.Word word) {
            out.append(word.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void object(FullJson.Members object, StringBuilder out) {
        char separator = '{';
        for (Map.Entry<String, FullJson> member : object.members().entrySet()) {
            out.append(separator)
                    .append(new JsonString(member.getKey()).canonical())
                    .append(':');
            write(member.getValue(), out);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void array(FullJson.Items array, StringBuilder out) {
        char separator = '[';
        for (FullJson item : array.items()) {
            out.append(separator);
            write(item, out);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }
}
