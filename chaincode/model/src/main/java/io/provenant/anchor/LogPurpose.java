package io.provenant.anchor;

import java.util.Locale;

/** What the leaves of a log are. */
public enum LogPurpose {
    TRADE,
    LINEAGE,
    USAGE,
    READ;

    /** The purpose as it stands in an origin. */
    public String inOrigin() {
        return name().toLowerCase(Locale.ROOT);
    }
}
