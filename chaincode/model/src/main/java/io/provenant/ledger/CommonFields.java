package io.provenant.ledger;

import io.provenant.canonical.JsonObject;
import java.util.Optional;

/** The fields that every stored value has (domain 3.2, 3a.3), stamped on a change when it is written. */
public final class CommonFields {

    private static final String[] NAMES = {
        "docType",
        "schemaVersion",
        "id",
        "rev",
        "createdMs",
        "effectiveMs",
        "createdTx",
        "updatedTx",
        "byMsp",
        "byParty",
        "byRole",
        "actorCommit",
        "ruleSetIds"
    };

    private CommonFields() {}

    /** The fields of a record that are its own: regimes and documents among them. */
    public static JsonObject own(Entry entry) {
        return entry.json().without(NAMES);
    }

    /** The value to store for a new key. */
    public static JsonObject stamp(Change.Create change, Tx tx) {
        return stamp(change.key(), Optional.empty(), change.fields(), tx);
    }

    /** The value to store for a key that exists. */
    public static JsonObject stamp(Change.Update change, Tx tx) {
        return stamp(change.key(), Optional.of(change.before()), change.fields(), tx);
    }

    private static JsonObject stamp(Key<?> key, Optional<Entry> before, JsonObject fields, Tx tx) {
        JsonObject row = fields.with("docType", key.type().docType())
                .with("schemaVersion", key.type().schema().version())
                .with("id", key.id())
                .with("rev", before.map(Entry::rev).orElse(0L) + 1)
                .with("updatedTx", tx.id());
        return switch (key.type().form()) {
            case CONTENT -> fields;
            case ROW -> row;
            case RECORD -> author(times(row, before, tx), tx);
        };
    }

    private static JsonObject times(JsonObject row, Optional<Entry> before, Tx tx) {
        long effectiveMs = Math.max(tx.ms(), before.map(Entry::effectiveMs).orElse(0L));
        return row.with("createdMs", before.map(Entry::createdMs).orElse(tx.ms()))
                .with("createdTx", before.map(b -> b.json().text("createdTx")).orElse(tx.id()))
                .with("effectiveMs", effectiveMs);
    }

    private static JsonObject author(JsonObject row, Tx tx) {
        Sender sender = tx.sender();
        JsonObject out = row.with("byMsp", sender.mspId());
        if (sender.party().isPresent()) {
            out = out.with("byParty", sender.partyId().value());
        }
        if (sender.role().isPresent()) {
            out = out.with("byRole", sender.role().get().code());
        }
        if (sender.actorCommit().isPresent()) {
            out = out.with("actorCommit", sender.actorCommit().get().hex());
        }
        return tx.rules().used().isEmpty()
                ? out
                : out.withTexts("ruleSetIds", tx.rules().used());
    }
}
