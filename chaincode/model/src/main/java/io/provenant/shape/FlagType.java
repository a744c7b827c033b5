package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.JsonBoolean;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;

/** {@code true} or {@code false}. */
record FlagType() implements FieldType {

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        refusals.require(
                value instanceof JsonBoolean, INPUT_MALFORMED, Detail.field(pointer), Detail.expected("boolean"));
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of("type", new io.provenant.canonical.JsonString("boolean"));
    }
}
