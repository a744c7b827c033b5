package io.provenant.canonical;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** A 32-byte hash, written as 64 lower-case hexadecimal digits. */
public record Digest(String hex) implements Comparable<Digest> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    /** Refuses anything but 64 lower-case hexadecimal digits. */
    public Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not 64 lower-case hex digits: " + hex.length() + " characters");
        }
    }

    /** The digest of 32 raw bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HEX.formatHex(bytes));
    }

    /** The 32 raw bytes. */
    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
