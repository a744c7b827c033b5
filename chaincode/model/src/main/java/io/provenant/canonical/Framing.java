package io.provenant.canonical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Domain-separated bytes that are hashed or signed: a prefix such as {@code pvn/command/v1} and its parts, joined by
 * 0x00, so that a signature for one use is worth nothing for another.
 */
public final class Framing {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Framing(String prefix) {
        out.writeBytes(prefix.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts with the prefix that names the use. */
    public static Framing of(String prefix) {
        return new Framing(prefix);
    }

    /** Adds a text part in UTF-8. */
    public Framing part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the canonical form of a JSON value. */
    public Framing part(JsonValue value) {
        return part(value.canonicalBytes());
    }

    /** Adds a part of raw bytes. */
    public Framing part(byte[] bytes) {
        out.write(0);
        out.writeBytes(bytes);
        return this;
    }

    /** The bytes to hash or to sign. */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
