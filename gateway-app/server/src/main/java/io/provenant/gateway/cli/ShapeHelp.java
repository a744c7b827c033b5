package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.shape.Field;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of a body in words, one a line, from its shape. */
final class ShapeHelp {

    private ShapeHelp() {}

    static List<String> lines(Shape shape) {
        if (shape.fields().isEmpty()) {
            return List.of("  none: the body is {}");
        }
        List<String> lines = new ArrayList<>();
        add(shape, "  ", lines);
        return lines;
    }

    private static void add(Shape shape, String indent, List<String> lines) {
        for (Field field : shape.fields()) {
            String name = field.name() + (field.optional() ? "?" : "");
            lines.add(indent + name + "  " + says(field.type().schema()));
            if (field.type() instanceof Shape inner) {
                add(inner, indent + "  ", lines);
            }
        }
    }

    static String says(JsonObject schema) {
        Optional<String> description = schema.optionalText("description");
        if (description.isPresent()) {
            return description.get();
        }
        if (schema.has("oneOf")) {
            return "one of "
                    + schema.objects("oneOf").stream().map(ShapeHelp::members).toList();
        }
        String type = schema.get("type")
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("any");
        return switch (type) {
            case "array" -> "up to " + schema.integer("maxItems") + " of: " + says(schema.object("items"));
            case "integer" -> schema.integer("minimum") + ".." + schema.integer("maximum");
            case "object" -> members(schema);
            default -> type;
        };
    }

    private static String members(JsonObject schema) {
        if (!schema.has("properties")) {
            return "object";
        }
        return "{" + String.join(", ", schema.object("properties").members().keySet()) + "}";
    }
}
