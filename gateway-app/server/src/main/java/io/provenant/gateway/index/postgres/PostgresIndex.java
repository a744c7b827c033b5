package io.provenant.gateway.index.postgres;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.AsOf;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.DocumentHash;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.Relation;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.index.TransactionRow;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.ledger.State;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index's queries on the schema that serves, each on one snapshot. */
final class PostgresIndex implements Index {

    private final Serving serving;
    private final IndexSettings settings;
    private final LongSupplier ledgerHeight;

    PostgresIndex(Serving serving, IndexSettings settings, LongSupplier ledgerHeight) {
        this.serving = serving;
        this.settings = settings;
        this.ledgerHeight = ledgerHeight;
    }

    @Override
    public AsOf asOf() {
        return serving.read(PostgresIndex::newest);
    }

    @Override
    public Lookup<RecordVersion> record(String key) {
        return lookup(jdbc -> jdbc.sql(Queries.RECORD)
                .param("key", key)
                .query(Answers::version)
                .optional());
    }

    @Override
    public Lookup<TransactionRow> transaction(String txId) {
        return lookup(jdbc -> jdbc.sql(Queries.TRANSACTION)
                .param("txId", txId)
                .query(Answers::transaction)
                .optional());
    }

    @Override
    public Lookup<DocumentHash> document(String collection, String key) {
        Lookup<DocumentHash> found = lookup(jdbc -> jdbc.sql(Queries.DOCUMENT)
                .param("collection", collection)
                .param("keyHash", IndexState.keyHash(new JdkDigests(), key))
                .query((row, number) -> new DocumentHash(
                        collection, key, new Digest(row.getString("value_hash")), Answers.written(row)))
                .optional());
        return found instanceof Lookup.Found<DocumentHash> && !settings.sees(collection)
                ? new Lookup.NotVisible<>(found.asOf())
                : found;
    }

    @Override
    public Slice<RecordVersion> history(String key, SliceRequest part) {
        return slice(
                "history " + key,
                part,
                Placing::byPosition,
                (jdbc, place) -> jdbc.sql(Queries.HISTORY)
                        .param("key", key)
                        .param("height", place.height())
                        .param("lastBlock", place.block())
                        .param("lastTxNo", place.txNo())
                        .param("limit", part.limit() + 1)
                        .query(Answers::version)
                        .list());
    }

    @Override
    public Slice<RecordVersion> list(String type, SliceRequest part) {
        return slice(
                "list " + type,
                part,
                Placing::byKey,
                (jdbc, place) -> jdbc.sql(Queries.LIST)
                        .param("last", place.keyOr(type + "!"))
                        .param("end", type + "\"")
                        .param("height", place.height())
                        .param("limit", part.limit() + 1)
                        .query(Answers::version)
                        .list());
    }

    @Override
    public Slice<RecordVersion> related(Relation relation, String id, SliceRequest part) {
        Related related = Related.of(relation);
        return slice(
                relation + " " + id,
                part,
                Placing::byKey,
                (jdbc, place) -> related.statement(jdbc)
                        .param("id", id)
                        .param("last", place.keyOr(related.type() + "!"))
                        .param("height", place.height())
                        .param("limit", part.limit() + 1)
                        .query(Answers::version)
                        .list());
    }

    @Override
    public Slice<AuditRow> audit(AuditSubject subject, SliceRequest part) {
        List<String> names = Subjects.names(subject.kind());
        String list = "audit " + subject.kind() + " " + subject.id();
        return slice(
                list,
                part,
                Placing::byWrite,
                (jdbc, place) -> jdbc.sql(Queries.AUDIT)
                        .param("id", subject.id())
                        .param("anyName", names.isEmpty())
                        .param("names", names.toArray(String[]::new))
                        .param("height", place.height())
                        .param("lastBlock", place.block())
                        .param("lastTxNo", place.txNo())
                        .param("lastKey", place.keyOr(""))
                        .param("limit", part.limit() + 1)
                        .query(Answers::audit)
                        .list());
    }

    @Override
    public <T> T onState(BiFunction<State, AsOf, T> rules) {
        return serving.read(jdbc -> rules.apply(new IndexState(jdbc), newest(jdbc)));
    }

    private <T> Lookup<T> lookup(Function<JdbcClient, Optional<T>> query) {
        long ledger = ledgerHeight.getAsLong();
        return serving.read(jdbc -> {
            AsOf asOf = newest(jdbc);
            Optional<T> found = query.apply(jdbc);
            if (found.isPresent()) {
                return new Lookup.Found<>(found.get(), asOf);
            }
            return ledger > asOf.height() ? new Lookup.NotIndexed<>(asOf, ledger) : new Lookup.NotFound<>(asOf);
        });
    }

    private <T> Slice<T> slice(
            String list,
            SliceRequest part,
            Function<T, JsonObject> placing,
            BiFunction<JdbcClient, Placing, List<T>> query) {
        return serving.read(jdbc -> {
            Optional<Cursor> cursor = Cursor.of(part, list);
            AsOf asOf = cursor.map(from -> at(jdbc, from.height())).orElseGet(() -> newest(jdbc));
            List<T> found = query.apply(jdbc, new Placing(asOf.height(), cursor.map(Cursor::last)));
            if (found.size() <= part.limit()) {
                return new Slice<>(asOf, found, Optional.empty());
            }
            List<T> items = found.subList(0, part.limit());
            JsonObject last = placing.apply(items.get(items.size() - 1));
            return new Slice<>(asOf, items, Optional.of(new Cursor(list, asOf.height(), last).text()));
        });
    }

    private static AsOf newest(JdbcClient jdbc) {
        return jdbc.sql(Queries.NEWEST)
                .query((row, number) -> new AsOf(row.getLong("number"), row.getLong("ledger_time_ms")))
                .optional()
                .orElse(new AsOf(-1, 0));
    }

    private static AsOf at(JdbcClient jdbc, long height) {
        return jdbc.sql(Queries.AT_HEIGHT)
                .param("height", height)
                .query((row, number) -> new AsOf(row.getLong("number"), row.getLong("ledger_time_ms")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("the cursor's height " + height + " is not indexed"));
    }
}
