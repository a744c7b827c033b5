package io.provenant.canonical;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON object, immutable, its members sorted by UTF-16 code units (RFC 8785 3.2.3).
 *
 * <p>The typed readers throw {@link IllegalArgumentException} for a member that is missing or of another kind: what
 * comes from outside is checked against a shape first.
 */
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {

    /** Copies the members in, sorted. */
    public JsonObject {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** The object without members. */
    public static JsonObject empty() {
        return new JsonObject(new TreeMap<>());
    }

    /** An object of one member; {@link #with} adds the others. */
    public static JsonObject of(String name, JsonValue value) {
        return empty().with(name, value);
    }

    /** True if there is such a member. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member, or nothing. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The value of this member, whatever its kind. */
    public JsonValue value(String name) {
        return member(name, JsonValue.class);
    }

    /** The string in this member. */
    public String text(String name) {
        return member(name, JsonString.class).value();
    }

    /** The string in this member, or nothing where the member is absent. */
    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** The integer in this member. */
    public long integer(String name) {
        return member(name, JsonInteger.class).value();
    }

    /** The integer in this member, or nothing where the member is absent. */
    public Optional<Long> optionalInteger(String name) {
        return has(name) ? Optional.of(integer(name)) : Optional.empty();
    }

    /** The boolean in this member. */
    public boolean flag(String name) {
        return member(name, JsonBoolean.class).value();
    }

    /** The object in this member. */
    public JsonObject object(String name) {
        return member(name, JsonObject.class);
    }

    /** The object in this member, or nothing where the member is absent. */
    public Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** The array of strings in this member. */
    public List<String> texts(String name) {
        return member(name, JsonArray.class).texts();
    }

    /** The array of objects in this member. */
    public List<JsonObject> objects(String name) {
        return member(name, JsonArray.class).objects();
    }

    /** This object with one member set. */
    public JsonObject with(String name, JsonValue value) {
        TreeMap<String, JsonValue> copy = new TreeMap<>(members);
        copy.put(name, value);
        return new JsonObject(copy);
    }

    /** This object with a string member set. */
    public JsonObject with(String name, String value) {
        return with(name, new JsonString(value));
    }

    /** This object with an integer member set. */
    public JsonObject with(String name, long value) {
        return with(name, new JsonInteger(value));
    }

    /** This object with a boolean member set. */
    public JsonObject with(String name, boolean value) {
        return with(name, new JsonBoolean(value));
    }

    /** This object with an array of strings set. */
    public JsonObject withTexts(String name, Collection<String> values) {
        return with(name, JsonArray.ofTexts(values));
    }

    /** This object with an array of objects set. */
    public JsonObject withObjects(String name, Collection<JsonObject> values) {
        return with(name, JsonArray.ofObjects(values));
    }

    /** This object with all members of another one set. */
    public JsonObject withAll(JsonObject other) {
        TreeMap<String, JsonValue> copy = new TreeMap<>(members);
        copy.putAll(other.members);
        return new JsonObject(copy);
    }

    /** This object without the members named. */
    public JsonObject without(String... names) {
        TreeMap<String, JsonValue> copy = new TreeMap<>(members);
        for (String name : names) {
            copy.remove(name);
        }
        return new JsonObject(copy);
    }

    /** The members in canonical order. */
    public Iterable<Map.Entry<String, JsonValue>> entries() {
        return members.entrySet();
    }

    private <T extends JsonValue> T member(String name, Class<T> kind) {
        JsonValue value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("member missing: " + name);
        }
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("member " + name + " is no " + kind.getSimpleName());
        }
        return kind.cast(value);
    }
}
