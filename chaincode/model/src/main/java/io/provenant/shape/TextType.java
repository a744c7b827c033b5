package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Refusals;
import java.util.regex.Pattern;

/** A string of a fixed form. */
record TextType(Pattern pattern, String says) implements FieldType {

    static TextType of(String regex, String says) {
        return new TextType(Pattern.compile(regex), says);
    }

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        if (!(value instanceof JsonString text)
                || !pattern.matcher(text.value()).matches()) {
            refusals.add(INPUT_MALFORMED, Detail.field(pointer), Detail.expected(says));
        } else if (PersonalIds.looksPersonal(text.value())) {
            refusals.add(ReasonCode.ID_LOOKS_PERSONAL, Detail.field(pointer));
        }
    }

    @Override
    public JsonObject schema() {
        return JsonObject.empty()
                .with("type", "string")
                .with("pattern", "^(?:" + pattern.pattern() + ")$")
                .with("description", says);
    }
}
