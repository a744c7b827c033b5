package io.provenant.proof.receipt;

import io.provenant.canonical.Digest;
import io.provenant.merkle.LogOrigin;
import java.util.HexFormat;
import java.util.Map;

/**
 * An entry of a log, {@code 0x01 ‖ kind ‖ commit} (domain 4.8).
 *
 * @param kind TRADE 1, LINEAGE 2, USAGE 3, DAY 4, READ 5
 */
public record LogEntry(int kind, Digest commit) {

    private static final int HEX_DIGITS = 68;
    private static final String VERSION = "01";
    private static final int DAY = 4;
    private static final Map<Integer, String> PURPOSES =
            Map.of(1, "trade", 2, "lineage", 3, "usage", DAY, "trade", 5, "read");

    /** Refuses a kind that no log holds. */
    public LogEntry {
        if (!PURPOSES.containsKey(kind)) {
            throw new IllegalArgumentException("an entry has a kind from 1 to 5, not " + kind);
        }
    }

    /** Reads 68 hexadecimal digits. */
    public static LogEntry parse(String hex) {
        if (hex.length() != HEX_DIGITS || !hex.startsWith(VERSION)) {
            throw new IllegalArgumentException("an entry has 68 hex digits and starts with 01");
        }
        LogEntry entry = new LogEntry(HexFormat.fromHexDigits(hex, 2, 4), new Digest(hex.substring(4)));
        if (!entry.hex().equals(hex)) {
            throw new IllegalArgumentException("an entry is written in lower case");
        }
        return entry;
    }

    /** True if logs of this purpose hold such entries. */
    public boolean isOf(LogOrigin origin) {
        return origin.purpose().equals(PURPOSES.get(kind));
    }

    /** The entry in hexadecimal. */
    public String hex() {
        return VERSION + HexFormat.of().toHexDigits((byte) kind) + commit.hex();
    }

    /** The 34 bytes that the leaf hash is made of. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex());
    }
}
