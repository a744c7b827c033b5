package io.provenant.usage.decision;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Nothing but what a decision recorded: each key with the value that it had at that revision, each range with its rows.
 * Whoever reads anything else fails; only sections, which are named by their hash, come from the history as they are.
 */
final class RecordedState implements State {

    private final SortedMap<String, Optional<String>> values = new TreeMap<>();
    private final SortedMap<String, JsonObject> ranges = new TreeMap<>();
    private final SortedMap<String, String> history;

    /**
     * The state of a decision's reads.
     *
     * @param history the value of each key and revision, as {@code key@rev}, and sections by their key
     */
    RecordedState(List<JsonObject> reads, SortedMap<String, String> history) {
        this.history = history;
        for (JsonObject read : reads) {
            if (read.has("from")) {
                ranges.put(read.text("from") + read.integer("atMost"), read);
            } else {
                values.put(read.text("key"), read.has("absent") ? Optional.empty() : Optional.of(value(read)));
            }
        }
    }

    @Override
    public Optional<String> get(String key) {
        if (key.startsWith("RUS!")) {
            return Optional.ofNullable(history.get(key));
        }
        if (!values.containsKey(key)) {
            throw new AssertionError("a replay reads " + key + ", which the decision did not record");
        }
        return values.getOrDefault(key, Optional.empty());
    }

    @Override
    public List<Row> range(String from, String to, int atMost) {
        JsonObject read = ranges.get(from + (atMost - 1)); // the ledger asks for one more, to see whether there is more
        if (read == null || !read.text("to").equals(to)) {
            throw new AssertionError("a replay scans " + from + ", which the decision did not record");
        }
        List<Row> rows = new ArrayList<>();
        read.objects("rows").forEach(row -> rows.add(new Row(row.text("key"), value(row))));
        if (read.flag("more")) {
            rows.add(new Row(from + "~", "{}"));
        }
        return rows;
    }

    @Override
    public Optional<Digest> privateHash(String collection, String key) {
        throw new AssertionError("no rule of this version reads a private hash");
    }

    private String value(JsonObject read) {
        String name = read.text("key") + "@" + read.integer("rev");
        String value = history.get(name);
        if (value == null) {
            throw new AssertionError("no history of " + name);
        }
        return value;
    }
}
