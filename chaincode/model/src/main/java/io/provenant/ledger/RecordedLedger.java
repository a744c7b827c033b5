package io.provenant.ledger;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ledger over a raw state: records by construction, reads each key once (determinism D9). */
public final class RecordedLedger implements Ledger {

    private final State state;
    private final ParsedSections sections;
    private final Map<String, Optional<JsonObject>> values;
    private final Map<String, List<State.Row>> ranges;
    private final Map<DocumentKey, Optional<Digest>> hashes;
    private final Map<String, Read> reads = new LinkedHashMap<>();
    private final Optional<RecordedLedger> parent;
    private final int mostReads;
    private final int mostBytes;
    private int bytes;

    /** A ledger over this state, nothing read yet. */
    public RecordedLedger(State state) {
        this(state, new ParsedSections());
    }

    /** The same, with the sections that this process has parsed before. */
    public RecordedLedger(State state, ParsedSections sections) {
        this.state = state;
        this.sections = sections;
        this.values = new TreeMap<>();
        this.ranges = new TreeMap<>();
        this.hashes = new LinkedHashMap<>();
        this.parent = Optional.empty();
        this.mostReads = Integer.MAX_VALUE;
        this.mostBytes = Integer.MAX_VALUE;
    }

    private RecordedLedger(RecordedLedger parent, int mostReads, int mostBytes) {
        this.state = parent.state;
        this.sections = parent.sections;
        this.values = parent.values;
        this.ranges = parent.ranges;
        this.hashes = parent.hashes;
        this.parent = Optional.of(parent);
        this.mostReads = mostReads;
        this.mostBytes = mostBytes;
    }

    @Override
    public <T extends Entry> Optional<T> get(Key<T> key) {
        String text = key.text();
        admit(text);
        Optional<JsonObject> value =
                values.computeIfAbsent(text, k -> state.get(k).map(json -> sections.parse(k, json)));
        record(text, new Read.Value(text, value.map(found -> rev(key.type(), found))));
        return value.map(stored -> key.type().read(text, stored));
    }

    @Override
    public <T extends Entry> Page<T> scan(EntryType<T> type, List<String> prefix, int atMost) {
        if (atMost < 1 || atMost > MAX_SCAN) {
            throw new IllegalArgumentException("a scan asks for 1 to " + MAX_SCAN + " rows, not " + atMost);
        }
        String stem = type.key(prefix.toArray(String[]::new)).text();
        String from = stem + Key.SEPARATOR;
        String to = stem + '"'; // U+0022 follows U+0021
        admit(from + ' ' + atMost);
        List<State.Row> rows = ranges.computeIfAbsent(from + atMost, k -> state.range(from, to, atMost + 1));
        boolean more = rows.size() > atMost;
        List<Read.Value> found = new ArrayList<>();
        List<T> entries = new ArrayList<>();
        for (State.Row row : rows.subList(0, Math.min(rows.size(), atMost))) {
            JsonObject value = StrictJsonReader.parseObject(row.value());
            found.add(new Read.Value(row.key(), Optional.of(rev(type, value))));
            entries.add(type.read(row.key(), value));
        }
        record(from + ' ' + atMost, new Read.Range(from, to, atMost, found, more));
        return new Page<>(entries, more);
    }

    @Override
    public Optional<Digest> privateHash(DocumentKey key) {
        admit(key.collection() + ' ' + key.text());
        Optional<Digest> hash = hashes.computeIfAbsent(key, k -> state.privateHash(k.collection(), k.text()));
        record(key.collection() + ' ' + key.text(), new Read.PrivateHash(key, hash));
        return hash;
    }

    @Override
    public List<Read> reads() {
        return List.copyOf(reads.values());
    }

    @Override
    public Ledger recordingApart() {
        return new RecordedLedger(this, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public Ledger recordingAtMost(int mostReadsOfIt, int mostBytesOfIt) {
        return new RecordedLedger(this, mostReadsOfIt, mostBytesOfIt);
    }

    // Before the state is asked, so that a replay from the recorded reads stops at the same place.
    private void admit(String name) {
        if (!reads.containsKey(name) && (reads.size() >= mostReads || bytes >= mostBytes)) {
            throw new ReadsExceededException(reads.size(), bytes);
        }
        parent.ifPresent(outer -> outer.admit(name));
    }

    private void record(String name, Read read) {
        boolean isNew = reads.putIfAbsent(name, read) == null;
        if (isNew && mostBytes < Integer.MAX_VALUE) {
            bytes += read.json().canonicalBytes().length;
        }
        parent.ifPresent(outer -> outer.record(name, read));
    }

    private static long rev(EntryType<?> type, JsonObject value) {
        return type.form() == EntryType.Form.CONTENT
                ? value.optionalInteger("rev").orElse(1L) // a section has none; read as any entry, a record has its own
                : value.integer("rev");
    }
}
