package io.provenant.canonical;

import java.util.Base64;
import java.util.Optional;

/** Binary inside JSON: base64url without padding (RFC 4648 section 5), each value in its one spelling. */
public final class Base64Url {

    private Base64Url() {}

    /** The text of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of a text; nothing for padding, other characters, or stray trailing bits, a second spelling. */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(text);
            return encode(raw).equals(text) ? Optional.of(raw) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
