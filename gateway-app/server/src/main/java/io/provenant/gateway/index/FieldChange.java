package io.provenant.gateway.index;

import io.provenant.canonical.JsonValue;
import java.util.Optional;

/** A field of a record before and after a transaction; absent where the record did not have it. */
public record FieldChange(String field, Optional<JsonValue> before, Optional<JsonValue> after) {}
