package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import java.util.Comparator;
import java.util.List;

/** One of several shapes: the one that knows most of the members judges the value. */
record UnionType(List<Shape> shapes) implements FieldType {

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        if (value instanceof JsonObject object) {
            closest(object).check(object, pointer, refusals);
        } else {
            refusals.add(INPUT_MALFORMED, Detail.field(pointer), Detail.expected("object"));
        }
    }

    @Override
    public void codes(JsonValue value, String pointer, CodeVisitor visitor) {
        if (value instanceof JsonObject object) {
            closest(object).codes(object, pointer, visitor);
        }
    }

    private Shape closest(JsonObject object) {
        return shapes.stream()
                .min(Comparator.comparingInt((Shape shape) -> problems(shape, object)))
                .orElseThrow();
    }

    private static int problems(Shape shape, JsonObject object) {
        Refusals refusals = new Refusals();
        shape.check(object, "", refusals);
        return refusals.reasons().size();
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of(
                "oneOf",
                new JsonArray(shapes.stream().<JsonValue>map(Shape::schema).toList()));
    }
}
