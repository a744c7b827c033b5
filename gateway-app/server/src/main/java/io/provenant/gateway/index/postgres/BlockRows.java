package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.Written;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import io.provenant.gateway.ledger.block.WriteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that a block adds, as columns: one statement a table, however many rows. */
final class BlockRows {

    private final LedgerBlock block;
    private final RecordDecoder decoder;
    private final Authors authors;

    final Columns transactions = new Columns();
    final Columns versions = new Columns();
    final Columns mentions = new Columns();
    final Columns documents = new Columns();

    /** Keys of earlier blocks deleted here, and where: what they named is known from their last state. */
    final Map<String, Written> deleted = new TreeMap<>();

    private final Map<String, JsonObject> latest = new TreeMap<>();
    private long greatestMs;

    private BlockRows(LedgerBlock block, RecordDecoder decoder, Authors authors) {
        this.block = block;
        this.decoder = decoder;
        this.authors = authors;
    }

    static BlockRows of(LedgerBlock block, RecordDecoder decoder, Authors authors) {
        BlockRows rows = new BlockRows(block, decoder, authors);
        block.transactions().forEach(rows::transaction);
        return rows;
    }

    /** The greatest time of a valid transaction here; 0 where there is none. */
    long greatestMs() {
        return greatestMs;
    }

    int size() {
        return transactions.size() + versions.size() + mentions.size() + documents.size();
    }

    private void transaction(LedgerTransaction transaction) {
        Map<String, Optional<JsonObject>> values = new TreeMap<>();
        for (WriteSet.Write write : transaction.writeSet().writes()) {
            values.put(write.key(), write.value().map(text -> decoder.decode(write.key(), text)));
        }
        Written written = authors.of(
                block.number(),
                transaction,
                values.values().stream().flatMap(Optional::stream).toList());
        transactions.add(
                written.blockNumber(),
                written.txNumber(),
                written.txId(),
                written.txMs(),
                written.mspId(),
                written.partyId().orElse(null),
                written.role().orElse(null),
                written.command(),
                transaction.code().name(),
                JsonArray.ofObjects(transaction.facts()).canonical());
        if (transaction.isValid()) {
            greatestMs = Math.max(greatestMs, transaction.ms());
            Map<String, String> facts = facts(transaction);
            values.forEach((key, value) -> version(written, key, value, facts.getOrDefault(key, "")));
            transaction.writeSet().hashedWrites().forEach(write -> document(written, write));
        }
    }

    private void version(Written written, String key, Optional<JsonObject> value, String fact) {
        versions.add(
                key,
                written.blockNumber(),
                written.txNumber(),
                decoder.type(key).docType(),
                value.flatMap(v -> v.has("rev") ? v.optionalInteger("rev") : Optional.empty())
                        .orElse(null),
                value.flatMap(v -> v.get("state").isPresent() ? v.optionalText("state") : Optional.empty())
                        .orElse(null),
                fact,
                value.map(JsonObject::canonical).orElse(null));
        mention(
                written,
                key,
                value.or(() -> Optional.ofNullable(latest.get(key))).orElseGet(JsonObject::empty));
        if (value.isPresent()) {
            latest.put(key, value.get());
        } else if (latest.remove(key) == null) {
            deleted.put(key, written);
        }
    }

    /** Adds what a record names, its sender included. */
    void mention(Written written, String key, JsonObject value) {
        Mentions.of(key, value).forEach(mention -> mention(written, key, mention.ref(), mention.name()));
        written.partyId().ifPresent(party -> mention(written, key, party, "byParty"));
    }

    private void mention(Written written, String key, String ref, String name) {
        mentions.add(ref, written.blockNumber(), written.txNumber(), key, name);
    }

    private void document(Written written, WriteSet.HashedWrite write) {
        documents.add(
                write.collection(),
                write.keyHash().hex(),
                write.valueHash().map(hash -> hash.hex()).orElse(null),
                written.blockNumber(),
                written.txNumber());
    }

    private static Map<String, String> facts(LedgerTransaction transaction) {
        Map<String, String> facts = new TreeMap<>();
        transaction.facts().forEach(fact -> facts.put(fact.text("key"), fact.text("fact")));
        return facts;
    }

    /** Rows turned on their side: PostgreSQL takes an array a column. */
    static final class Columns {

        private final List<List<@Nullable Object>> columns = new ArrayList<>();

        void add(@Nullable Object... row) {
            for (int i = 0; i < row.length; i++) {
                if (columns.size() == i) {
                    columns.add(new ArrayList<>());
                }
                columns.get(i).add(row[i]);
            }
        }

        int size() {
            return columns.isEmpty() ? 0 : columns.get(0).size();
        }

        String[] texts(int column) {
            return columns.get(column).toArray(String[]::new);
        }

        Long[] longs(int column) {
            return columns.get(column).toArray(Long[]::new);
        }

        Integer[] integers(int column) {
            return columns.get(column).toArray(Integer[]::new);
        }
    }
}
