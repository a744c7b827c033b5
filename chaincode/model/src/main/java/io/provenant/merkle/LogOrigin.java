package io.provenant.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a log, {@code <ledger name>/<channel>/<partyId>/<purpose>-<shard>} (domain 3a.11). It holds channel and
 * owner, so that a checkpoint of one market or party is none of another.
 */
public record LogOrigin(String value) {

    /** Most characters that a name has. */
    public static final int LONGEST = 128;

    /** The form of a name. */
    public static final String REGEX = "[a-z0-9.-]{1,63}/([a-z][a-z0-9.-]*)/([a-z]{2,5}-[A-Za-z0-9-]{1,60})"
            + "/(trade|lineage|usage|read)-(0|[1-9][0-9]{0,2})";

    private static final Pattern FORM = Pattern.compile(REGEX);

    /** Refuses a name of any other form. */
    public LogOrigin {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an origin <ledger>/<channel>/<party>/<purpose>-<shard>: " + value);
        }
    }

    /** True if this is the name of a log. */
    public static boolean isValid(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    /** The channel on whose ledger the log is opened. */
    public String channel() {
        return part(1);
    }

    /** The party whose log this is. */
    public String ownerId() {
        return part(2);
    }

    /** What its leaves are, in lower case. */
    public String purpose() {
        return part(3);
    }

    /** The number that tells it from the owner's other logs of this purpose. */
    public int shard() {
        return Integer.parseInt(part(4));
    }

    private String part(int group) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("an origin is checked at construction: " + value);
        }
        return matcher.group(group);
    }

    @Override
    public String toString() {
        return value;
    }
}
