package io.provenant.network.embedded.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of an object, each asked for by name and type; {@link #only} refuses what nobody asked for. */
public final class JsonMembers {

    private final String path;
    private final Map<?, ?> members;

    private JsonMembers(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    static JsonMembers of(String path, Object value) {
        if (value instanceof Map<?, ?> members) {
            return new JsonMembers(path, members);
        }
        throw new JsonException("an object is expected at \"" + path + "\"");
    }

    /** Refuses a member with another name. */
    public JsonMembers only(String... names) {
        for (Object name : members.keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new JsonException("there is no setting \"" + at(String.valueOf(name)) + "\"");
            }
        }
        return this;
    }

    public String text(String name) {
        return required(name, String.class);
    }

    public Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    /** A whole number from a range, both ends included. */
    public int number(String name, int min, int max) {
        return inRange(name, required(name, Long.class), min, max);
    }

    /** A whole number from a range, or what stands for its absence. */
    public int number(String name, int min, int max, int absent) {
        return optional(name, Long.class)
                .map(value -> inRange(name, value, min, max))
                .orElse(absent);
    }

    /** A boolean, false where it is absent. */
    public boolean flag(String name) {
        return optional(name, Boolean.class).orElse(false);
    }

    public JsonMembers object(String name) {
        return of(at(name), required(name, Map.class));
    }

    public Optional<JsonMembers> optionalObject(String name) {
        return optional(name, Map.class).map(value -> of(at(name), value));
    }

    /** The objects of an array. */
    public List<JsonMembers> objects(String name) {
        List<JsonMembers> objects = new ArrayList<>();
        for (Object item : required(name, List.class)) {
            objects.add(of(at(name) + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    private int inRange(String name, long value, int min, int max) {
        if (value < min || value > max) {
            throw new JsonException("\"" + at(name) + "\" must be from " + min + " to " + max + ", found " + value);
        }
        return (int) value;
    }

    private <T> T required(String name, Class<T> type) {
        return optional(name, type).orElseThrow(() -> new JsonException("\"" + at(name) + "\" is missing"));
    }

    private <T> Optional<T> optional(String name, Class<T> type) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new JsonException("\"" + at(name) + "\" must be " + wordFor(type));
        }
        return Optional.of(type.cast(value));
    }

    private static String wordFor(Class<?> type) {
        return type == Long.class
                ? "a whole number"
                : type == Boolean.class
                        ? "a boolean"
                        : type == String.class ? "a string" : type == List.class ? "an array" : "an object";
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
