package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The one memory that a process keeps between commands: parsed forms of rule-set sections, under the hash that names
 * them (determinism D19, domain 3a.5). Their values are fetched in every command all the same, so a warm and a cold peer
 * record equal reads.
 */
public final class ParsedSections {

    private static final String SECTION = "RUS!";
    private static final int MOST = 512;

    private final ConcurrentNavigableMap<String, JsonObject> parsed = new ConcurrentSkipListMap<>();

    /** The object in the text that stands at this key; only a section's is kept. */
    JsonObject parse(String key, String text) {
        if (!key.startsWith(SECTION)) {
            return StrictJsonReader.parseObject(text);
        }
        JsonObject known = parsed.get(key);
        if (known != null) {
            return known;
        }
        if (parsed.size() >= MOST) {
            parsed.clear();
        }
        JsonObject section = StrictJsonReader.parseObject(text);
        parsed.put(key, section);
        return section;
    }
}
