package io.provenant.shape;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Refusals;

/** A code that must be in a list of the rule set; its form is checked here, its membership in step 6. */
record CodeType(String list) implements FieldType {

    private static final TextType FORM = TextType.of("[A-Za-z0-9][A-Za-z0-9:._-]{0,63}", "code");

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        FORM.check(value, pointer, refusals);
    }

    @Override
    public void codes(JsonValue value, String pointer, CodeVisitor visitor) {
        if (value instanceof JsonString text) {
            visitor.code(list, text.value(), pointer);
        }
    }

    @Override
    public JsonObject schema() {
        return FORM.schema().with("description", "code of the rule set's list " + list);
    }
}
