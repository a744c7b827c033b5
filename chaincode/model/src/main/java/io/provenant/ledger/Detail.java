package io.provenant.ledger;

/**
 * A name and a value behind a refusal's sentence: a field as JSON Pointer, a key, what was expected and found. Only
 * codes, ids and numbers; never a value that might be personal.
 */
public record Detail(String name, String value) {

    /** The field that is wrong, as JSON Pointer (RFC 6901). */
    public static Detail field(String pointer) {
        return new Detail("field", pointer);
    }

    /** The key concerned. */
    public static Detail key(Key<?> key) {
        return new Detail("key", key.text());
    }

    /** What the rule asks for. */
    public static Detail expected(Object value) {
        return new Detail("expected", String.valueOf(value));
    }

    /** What was there. */
    public static Detail found(Object value) {
        return new Detail("found", String.valueOf(value));
    }
}
