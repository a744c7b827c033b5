package io.provenant.shape;

/**
 * A member of an object.
 *
 * @param optional absent where it does not apply; there is no {@code null}
 */
public record Field(String name, FieldType type, boolean optional) {

    /** A member that is always there. */
    public static Field of(String name, FieldType type) {
        return new Field(name, type, false);
    }

    /** A member that may be absent. */
    public static Field optional(String name, FieldType type) {
        return new Field(name, type, true);
    }
}
