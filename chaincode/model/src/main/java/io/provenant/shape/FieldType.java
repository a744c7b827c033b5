package io.provenant.shape;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Refusals;

/** What a member of a body may hold. The suffix of a field's name carries its type (domain 3.2). */
public interface FieldType {

    /** Adds what is wrong with this value: {@code INPUT_MALFORMED}, {@code LIMIT_EXCEEDED}, {@code ID_LOOKS_PERSONAL}. */
    void check(JsonValue value, String pointer, Refusals refusals);

    /** The JSON Schema (2020-12) of such a value, for OpenAPI. */
    JsonObject schema();

    /** Shows each code in this value to the visitor, with the list it must be in. */
    default void codes(JsonValue value, String pointer, CodeVisitor visitor) {}

    /** Sees every code of a body, to look it up in the rule set's lists. */
    interface CodeVisitor {
        /** A code, the list it belongs to and where it stands. */
        void code(String list, String code, String pointer);
    }
}
