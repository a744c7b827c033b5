package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows the pairs of docType and schemaVersion of this version, older ones of the same type included (domain 3a.3); any
 * other is refused loudly. Values are kept as they were written.
 */
final class RecordDecoder {

    private static final int TYPE_LENGTH = 3;

    private final Map<String, EntryType<?>> types;

    RecordDecoder(List<EntryType<?>> known) {
        this.types = known.stream().collect(Collectors.toUnmodifiableMap(EntryType::code, Function.identity()));
    }

    /** The type of a key. */
    EntryType<?> type(String key) {
        EntryType<?> type = key.length() > TYPE_LENGTH && key.startsWith(Key.SEPARATOR, TYPE_LENGTH)
                ? types.get(key.substring(0, TYPE_LENGTH))
                : null;
        if (type == null) {
            throw new UnknownRecordException("this gateway knows no record with key " + key);
        }
        return type;
    }

    /** The stored object at a key. */
    JsonObject decode(String key, String text) {
        EntryType<?> type = type(key);
        try {
            JsonObject value = StrictJsonReader.parseObject(text);
            if (!value.canonical().equals(text)) {
                throw new UnknownRecordException("the value of " + key + " is not canonical JSON");
            }
            if (type.form() != EntryType.Form.CONTENT) {
                check(key, type, value);
            }
            return value;
        } catch (MalformedJsonException e) {
            throw new UnknownRecordException("the value of " + key + " is not JSON: " + e.getMessage());
        }
    }

    private static void check(String key, EntryType<?> type, JsonObject value) {
        String docType = value.optionalText("docType").orElse("none");
        String version = value.optionalText("schemaVersion").orElse("none");
        if (!docType.equals(type.docType()) || !type.schema().knows(version)) {
            throw new UnknownRecordException("the value of " + key + " is a " + docType + " of schema " + version
                    + "; this gateway knows " + type.docType() + " up to schema "
                    + type.schema().version() + ": start the gateway of the version that the chaincode runs");
        }
    }
}
