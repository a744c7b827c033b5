package io.provenant.canonical;

/** A JSON string, kept as it came: RFC 8785 does not normalise Unicode. */
public record JsonString(String value) implements JsonValue {}
