package io.provenant.ledger;

import io.provenant.canonical.JsonObject;

/** A stored value of whatever type, for those who show values and do not judge them. */
public record AnyEntry(JsonObject json) implements Entry {

    /** The type that reads any key given as text, such as {@code LHD!origin}. */
    public static Key<AnyEntry> key(String text) {
        int cut = text.indexOf(Key.SEPARATOR);
        if (cut != 3) {
            throw new IllegalArgumentException("a key starts with three letters and '!': '" + text + "'");
        }
        EntryType<AnyEntry> type = EntryType.content(text.substring(0, cut), "", AnyEntry::new);
        return type.key(text.substring(cut + 1));
    }
}
