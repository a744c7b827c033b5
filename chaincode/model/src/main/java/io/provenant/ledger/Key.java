package io.provenant.ledger;

import java.util.regex.Pattern;

/**
 * A key of the world state, {@code TYPE!a!b} (domain 3.3): printable parts joined by {@code !}, which is smaller than
 * every character of a part, so key order is tuple order.
 */
public record Key<T extends Entry>(EntryType<T> type, String id) implements Comparable<Key<?>> {

    /** The character between the parts of a key. */
    public static final String SEPARATOR = "!";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

    /** Refuses a part outside the key alphabet. */
    public Key {
        for (String part : id.split(SEPARATOR, -1)) {
            if (!PART.matcher(part).matches()) {
                throw new IllegalArgumentException("not a key part: '" + part + "'");
            }
        }
    }

    /** The key as it stands in the world state. */
    public String text() {
        return type.prefix() + id;
    }

    @Override
    public int compareTo(Key<?> other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
