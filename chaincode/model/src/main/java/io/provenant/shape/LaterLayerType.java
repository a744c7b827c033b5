package io.provenant.shape;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Refusals;

/** An id of a record of a layer that is not in use: well-formed, and refused as a code that no list holds (domain 5.4). */
record LaterLayerType(FieldType id, String layer) implements FieldType {

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        id.check(value, pointer, refusals);
    }

    @Override
    public void codes(JsonValue value, String pointer, CodeVisitor visitor) {
        if (value instanceof JsonString text) {
            visitor.code("(layer " + layer + ")", text.value(), pointer); // no list of a rule set has such a name
        }
    }

    @Override
    public JsonObject schema() {
        return id.schema().with("description", "not in use before the layer " + layer);
    }
}
