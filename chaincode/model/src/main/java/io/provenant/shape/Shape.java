package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import java.util.List;
import java.util.Optional;

/** The members of an object: an unknown or missing one is refused, there are no defaults (domain 3a.2). */
public record Shape(List<Field> fields) implements FieldType {

    /** Copies the fields in. */
    public Shape {
        fields = List.copyOf(fields);
    }

    /** The shape with these members. */
    public static Shape of(Field... fields) {
        return new Shape(List.of(fields));
    }

    /** The shape without members. */
    public static Shape empty() {
        return new Shape(List.of());
    }

    /** This shape with further members. */
    public Shape and(Field... more) {
        return new Shape(java.util.stream.Stream.concat(fields.stream(), List.of(more).stream())
                .toList());
    }

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        if (!(value instanceof JsonObject object)) {
            refusals.add(INPUT_MALFORMED, Detail.field(pointer), Detail.expected("object"));
            return;
        }
        for (Field field : fields) {
            String at = pointer + "/" + field.name();
            Optional<JsonValue> member = object.get(field.name());
            if (member.isPresent()) {
                field.type().check(member.get(), at, refusals);
            } else if (!field.optional()) {
                refusals.add(INPUT_MALFORMED, Detail.field(at), Detail.found("missing"));
            }
        }
        object.members().keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name ->
                        refusals.add(INPUT_MALFORMED, Detail.field(pointer + "/" + name), Detail.found("unknown")));
    }

    @Override
    public void codes(JsonValue value, String pointer, CodeVisitor visitor) {
        if (value instanceof JsonObject object) {
            for (Field field : fields) {
                object.get(field.name())
                        .ifPresent(member -> field.type().codes(member, pointer + "/" + field.name(), visitor));
            }
        }
    }

    @Override
    public JsonObject schema() {
        JsonObject properties = JsonObject.empty();
        for (Field field : fields) {
            properties = properties.with(field.name(), field.type().schema());
        }
        return JsonObject.empty()
                .with("type", "object")
                .with("properties", properties)
                .withTexts(
                        "required",
                        fields.stream()
                                .filter(field -> !field.optional())
                                .map(Field::name)
                                .toList())
                .with("additionalProperties", false);
    }
}
