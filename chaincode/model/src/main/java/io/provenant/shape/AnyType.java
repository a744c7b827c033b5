package io.provenant.shape;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Refusals;

/** Any value of the ledger profile; what it means is checked by the command. */
record AnyType() implements FieldType {

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {}

    @Override
    public JsonObject schema() {
        return JsonObject.empty().with("description", "any JSON of the ledger profile");
    }
}
