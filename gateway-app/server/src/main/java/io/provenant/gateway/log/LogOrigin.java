package io.provenant.gateway.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a log, {@code <ledger name>/<channel>/<partyId>/<purpose>-<shard>} (domain 3a.11): it holds the channel,
 * so that a checkpoint of one market is none in another.
 */
public record LogOrigin(String value) {

    private static final int LONGEST = 128;
    private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,63}/([a-z][a-z0-9.-]*)/(pty-[A-Za-z0-9-]{1,60})"
            + "/(trade|lineage|usage|read)-(0|[1-9][0-9]{0,2})");

    /** Refuses a name of any other form. */
    public LogOrigin {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an origin <ledger>/<channel>/<party>/<purpose>-<shard>: " + value);
        }
    }

    /** The party whose log this is. */
    public String ownerId() {
        return part(2);
    }

    /** What its leaves are. */
    public LeafKind kind() {
        return LeafKind.valueOf(part(3).toUpperCase(java.util.Locale.ROOT));
    }

    private String part(int group) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked at construction");
        }
        return matcher.group(group);
    }

    @Override
    public String toString() {
        return value;
    }
}
