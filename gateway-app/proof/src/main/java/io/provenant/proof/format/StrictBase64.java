package io.provenant.proof.format;

import java.util.Base64;

/**
 * The two base64 forms of proof files (RFC 4648). One value has one text: what does not encode back to itself, such as
 * stray bits in the last character, is refused.
 */
public final class StrictBase64 {

    private StrictBase64() {}

    /** Binary inside JSON: base64url without padding. */
    public static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of base64url without padding. */
    public static byte[] fromUrl(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        requireSame(url(bytes), text);
        return bytes;
    }

    /** Binary inside C2SP texts: standard base64 with padding. */
    public static String standard(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes of standard base64 with padding. */
    public static byte[] fromStandard(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        requireSame(standard(bytes), text);
        return bytes;
    }

    private static void requireSame(String encoded, String text) {
        if (!encoded.equals(text)) {
            throw new IllegalArgumentException("base64 not in its one form: " + text.length() + " characters");
        }
    }
}
