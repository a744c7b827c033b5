package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Key;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a record names: the parts of its key, the members whose name says that they hold an id, an origin or a party, and
 * the parts of every key that stands in it. A new record type needs no line here. What has not the form of an id is nobody's
 * id, whatever member it stands in.
 */
final class Mentions {

    /**
     * One thing named.
     *
     * @param name the member that names it, or the type of the key of which it is a part
     */
    record Mention(String ref, String name) implements Comparable<Mention> {
        @Override
        public int compareTo(Mention other) {
            int byRef = ref.compareTo(other.ref);
            return byRef != 0 ? byRef : name.compareTo(other.name);
        }
    }

    private static final Pattern ID_MEMBER = Pattern.compile("id|ids|.*Ids?|[oO]rigin|.*Origin|.*Party");
    private static final Pattern KEY = Pattern.compile("[A-Z]{3}!.+");
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9._:/-]{1,128}"); // a part of a key (domain 3.3)
    private static final int MOST_NAME = 64;
    private static final Pattern NUMBER_OR_HASH = Pattern.compile("[0-9]+|[0-9a-f]{64}");

    /** What a record rests on, the reads of a decision and the rules in force, is not what it is about. */
    private static final List<String> GROUNDS = List.of("reads", "ruleSetIds");

    private final SortedSet<Mention> found = new TreeSet<>();

    private Mentions() {}

    /** What the record at this key names; an empty object names what the key does. */
    static SortedSet<Mention> of(String key, JsonObject value) {
        Mentions mentions = new Mentions();
        mentions.key(key);
        mentions.object(value);
        return mentions.found;
    }

    private void object(JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.entries()) {
            if (!GROUNDS.contains(member.getKey())) {
                value(member.getKey(), member.getValue());
            }
        }
    }

    private void value(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            array.items().forEach(item -> value(name, item));
        } else if (value instanceof JsonString text) {
            text(name, text.value());
        }
    }

    private void text(String name, String text) {
        if (KEY.matcher(text).matches()) {
            key(text);
        } else if (ID_MEMBER.matcher(name).matches() && !name.equals("id")) {
            add(text, name);
        }
    }

    private void key(String key) {
        String type = key.substring(0, 3);
        for (String part : key.substring(4).split(Key.SEPARATOR, -1)) {
            add(part, type);
        }
    }

    private void add(String ref, String name) {
        boolean names = REF.matcher(ref).matches() && name.length() <= MOST_NAME;
        if (names && !NUMBER_OR_HASH.matcher(ref).matches()) {
            found.add(new Mention(ref, name));
        }
    }
}
