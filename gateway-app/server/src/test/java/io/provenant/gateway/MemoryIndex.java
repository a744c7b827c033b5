package io.provenant.gateway;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.gateway.index.AsOf;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.DocumentHash;
import io.provenant.gateway.index.FieldChange;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.Relation;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.index.TransactionRow;
import io.provenant.gateway.index.Written;
import io.provenant.ledger.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessResourceFailureException;

/** The queries on a list in memory. */
final class MemoryIndex implements Index {

    private static final long MS = 1_772_416_800_000L;

    private final State state;
    private final List<RecordVersion> rows = new ArrayList<>();
    private long height;
    private long ahead;
    private volatile boolean away;
    private final Frost frost = new Frost();

    MemoryIndex(State state) {
        this.state = state;
    }

    synchronized void put(long block, String key, Optional<JsonObject> value, String txId, String command) {
        height = block;
        String docType = value.flatMap(json -> json.optionalText("docType")).orElse("");
        rows.add(new RecordVersion(
                key,
                docType,
                value,
                new Written(
                        block,
                        0,
                        txId,
                        MS + block,
                        "ExchangeMSP",
                        value.flatMap(json -> json.optionalText("byParty")),
                        value.flatMap(json -> json.optionalText("byRole")),
                        command)));
    }

    /** From now on the ledger is so many blocks ahead of the index. */
    synchronized void behind(long blocks) {
        ahead = blocks;
    }

    /** Fails as a database does that is away, or does no longer. */
    void away(boolean next) {
        away = next;
    }

    /** Whoever asks how far the index is waits, as with a database that is stopped. */
    Frost frost() {
        return frost;
    }

    private void present() {
        if (away) {
            throw new DataAccessResourceFailureException("connection refused");
        }
    }

    @Override
    public AsOf asOf() {
        frost.pass();
        synchronized (this) {
            present();
            return new AsOf(height - ahead, MS + height - ahead);
        }
    }

    @Override
    public synchronized Lookup<RecordVersion> record(String key) {
        present();
        return one(last(row -> row.key().equals(key)).filter(row -> row.value().isPresent()));
    }

    @Override
    public Slice<RecordVersion> history(String key, SliceRequest part) {
        return slice(newestFirst(row -> row.key().equals(key)), part);
    }

    @Override
    public Slice<RecordVersion> list(String type, SliceRequest part) {
        return slice(current().stream().filter(row -> row.type().equals(type)).toList(), part);
    }

    @Override
    public Slice<RecordVersion> related(Relation relation, String id, SliceRequest part) {
        String type = relation.name().startsWith("DECISIONS") ? "DEC" : "AVR";
        return slice(
                current().stream()
                        .filter(row -> row.type().equals(type))
                        .filter(row -> row.value().orElseThrow().canonical().contains("\"" + id + "\""))
                        .toList(),
                part);
    }

    @Override
    public Slice<AuditRow> audit(AuditSubject subject, SliceRequest part) {
        List<AuditRow> found = newestFirst(row -> row.id().equals(subject.id())
                        || row.value().map(JsonObject::canonical).orElse("").contains("\"" + subject.id() + "\""))
                .stream()
                .map(MemoryIndex::audit)
                .toList();
        return slice(found, part);
    }

    @Override
    public synchronized Lookup<TransactionRow> transaction(String txId) {
        return one(last(row -> row.written().txId().equals(txId))
                .map(row -> new TransactionRow(row.written(), "VALID", List.of())));
    }

    @Override
    public Lookup<DocumentHash> document(String collection, String key) {
        return new Lookup.NotVisible<>(asOf());
    }

    @Override
    public <T> T onState(BiFunction<State, AsOf, T> rules) {
        return rules.apply(state, asOf());
    }

    private <T> Lookup<T> one(Optional<T> found) {
        if (found.isPresent()) {
            return new Lookup.Found<>(found.get(), asOf());
        }
        return ahead > 0 ? new Lookup.NotIndexed<>(asOf(), height) : new Lookup.NotFound<>(asOf());
    }

    private Optional<RecordVersion> last(Predicate<RecordVersion> which) {
        return newestFirst(which).stream().findFirst();
    }

    private synchronized List<RecordVersion> newestFirst(Predicate<RecordVersion> which) {
        List<RecordVersion> found = new ArrayList<>(rows.stream().filter(which).toList());
        Collections.reverse(found);
        return found;
    }

    private synchronized List<RecordVersion> current() {
        return rows.stream()
                .map(RecordVersion::key)
                .distinct()
                .sorted()
                .map(key -> last(row -> row.key().equals(key)).orElseThrow())
                .filter(row -> row.value().isPresent())
                .toList();
    }

    private <T> Slice<T> slice(List<T> all, SliceRequest part) {
        int from = part.cursor().map(MemoryIndex::offset).orElse(0);
        int to = Math.min(all.size(), from + part.limit());
        return new Slice<>(asOf(), all.subList(from, to), to < all.size() ? Optional.of("o" + to) : Optional.empty());
    }

    private static int offset(String cursor) {
        if (!cursor.matches("o[0-9]{1,6}")) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return Integer.parseInt(cursor.substring(1));
    }

    private static AuditRow audit(RecordVersion row) {
        JsonObject value = row.value().orElse(JsonObject.empty());
        List<FieldChange> changes = new ArrayList<>();
        value.members().forEach((name, after) -> changes.add(change(name, after)));
        String state = value.optionalText("state").orElse("written");
        return new AuditRow(row.written(), row.key(), row.docType(), row.docType() + "." + state, changes);
    }

    private static FieldChange change(String name, JsonValue after) {
        return new FieldChange(name, Optional.empty(), Optional.of(after));
    }
}
