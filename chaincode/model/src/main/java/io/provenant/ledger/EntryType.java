package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A type of record: its key prefix, its {@code docType}, how much of the common fields it stores, the view through which
 * rules read it, and the versions that its stored values may have. Each is declared once, in its package.
 *
 * @param code three upper-case letters that start the key
 * @param form which common fields a stored value has (domain 3a.3)
 * @param view wraps the stored object in the record's own type
 */
public record EntryType<T extends Entry>(
        String code, String docType, Form form, Function<JsonObject, T> view, RecordSchema schema) {

    /** Which common fields a stored value has. */
    public enum Form {
        /** All fields of domain 3.2. */
        RECORD,
        /** A row that only points: docType, schemaVersion, id, rev, updatedTx. */
        ROW,
        /** Content-addressed bytes, stored as they are; the rev is always 1. */
        CONTENT
    }

    /** A type whose values carry all common fields. */
    public static <T extends Entry> EntryType<T> record(String code, String docType, Function<JsonObject, T> view) {
        return new EntryType<>(code, docType, Form.RECORD, view, RecordSchema.first());
    }

    /** A type whose values only point to another record. */
    public static <T extends Entry> EntryType<T> row(String code, String docType, Function<JsonObject, T> view) {
        return new EntryType<>(code, docType, Form.ROW, view, RecordSchema.first());
    }

    /** A type whose values are what somebody named by their hash: no common fields, no versions. */
    public static <T extends Entry> EntryType<T> content(String code, String docType, Function<JsonObject, T> view) {
        return new EntryType<>(code, docType, Form.CONTENT, view, RecordSchema.first());
    }

    /** The same type with a next version of its schema, see {@link RecordSchema#then}. */
    public EntryType<T> next(String version, UnaryOperator<JsonObject> upcast) {
        return new EntryType<>(code, docType, form, view, schema.then(version, upcast));
    }

    /** A stored value as rules read it: one of the newest schema. */
    public T read(String key, JsonObject stored) {
        return view.apply(form == Form.CONTENT ? stored : schema.upcast(key, stored));
    }

    /** The key of this type with these parts. */
    public Key<T> key(String... parts) {
        return new Key<>(this, String.join(Key.SEPARATOR, parts));
    }

    /** What every key of this type starts with. */
    public String prefix() {
        return code + Key.SEPARATOR;
    }
}
