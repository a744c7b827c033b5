package io.provenant.canonical;

import java.nio.charset.StandardCharsets;

/** A JSON value of the ledger profile: RFC 8785 without floats, without {@code null}, with plain member names. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonInteger, JsonBoolean {

    /** The canonical text of RFC 8785: members sorted by UTF-16 code units, no white space. */
    default String canonical() {
        StringBuilder out = new StringBuilder();
        CanonicalWriter.write(this, out);
        return out.toString();
    }

    /** The canonical text in UTF-8: the bytes that are hashed, signed and stored. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }
}
