package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;

/** An integer inside bounds, both inclusive. */
record IntegerType(long least, long most) implements FieldType {

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        boolean fits = value instanceof JsonInteger number && number.value() >= least && number.value() <= most;
        refusals.require(fits, INPUT_MALFORMED, Detail.field(pointer), Detail.expected(least + ".." + most));
    }

    @Override
    public JsonObject schema() {
        return JsonObject.empty().with("type", "integer").with("minimum", least).with("maximum", most);
    }
}
