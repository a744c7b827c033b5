package io.provenant.canonical;

import java.util.Collection;
import java.util.List;

/** A JSON array; its order is kept. */
public record JsonArray(List<JsonValue> items) implements JsonValue {

    /** Copies the items in. */
    public JsonArray {
        items = List.copyOf(items);
    }

    /** An array of strings, in the order given. */
    public static JsonArray ofTexts(Collection<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    /** An array of objects, in the order given. */
    public static JsonArray ofObjects(Collection<JsonObject> objects) {
        return new JsonArray(List.copyOf(objects));
    }

    /** The items as strings; an item of another kind is an {@link IllegalArgumentException}. */
    public List<String> texts() {
        return items.stream().map(JsonArray::text).toList();
    }

    /** The items as objects; an item of another kind is an {@link IllegalArgumentException}. */
    public List<JsonObject> objects() {
        return items.stream().map(JsonArray::object).toList();
    }

    private static String text(JsonValue item) {
        if (item instanceof JsonString text) {
            return text.value();
        }
        throw new IllegalArgumentException("array item is no string: " + item.canonical());
    }

    private static JsonObject object(JsonValue item) {
        if (item instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("array item is no object: " + item.canonical());
    }
}
