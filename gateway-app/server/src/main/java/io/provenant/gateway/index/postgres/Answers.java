package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.FieldChange;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.TransactionRow;
import io.provenant.gateway.index.Written;
import io.provenant.ledger.AnyEntry;
import io.provenant.ledger.CommonFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rows of a result as answers; every query selects the columns of {@code v.*} and {@code t.*} under these names. */
final class Answers {

    private Answers() {}

    static RecordVersion version(ResultSet row, int number) throws SQLException {
        return new RecordVersion(row.getString("key"), row.getString("doc_type"), json(row, "value"), written(row));
    }

    static AuditRow audit(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                written(row),
                row.getString("key"),
                row.getString("doc_type"),
                row.getString("fact"),
                changes(json(row, "before"), json(row, "value")));
    }

    static TransactionRow transaction(ResultSet row, int number) throws SQLException {
        return new TransactionRow(
                written(row),
                row.getString("validation_code"),
                ((JsonArray) StrictJsonReader.parse(row.getString("facts"))).objects());
    }

    static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getLong("block"),
                row.getInt("tx_no"),
                row.getString("tx_id"),
                row.getLong("tx_ms"),
                row.getString("msp_id"),
                Optional.ofNullable(row.getString("party_id")),
                Optional.ofNullable(row.getString("role")),
                row.getString("command"));
    }

    /** The record's own fields that differ, by name. */
    static List<FieldChange> changes(Optional<JsonObject> before, Optional<JsonObject> after) {
        JsonObject old = own(before);
        JsonObject now = own(after);
        SortedSet<String> names = new TreeSet<>(old.members().keySet());
        names.addAll(now.members().keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<JsonValue> was = old.get(name);
            Optional<JsonValue> is = now.get(name);
            if (!was.equals(is)) {
                changes.add(new FieldChange(name, was, is));
            }
        }
        return changes;
    }

    private static JsonObject own(Optional<JsonObject> value) {
        return value.map(json -> CommonFields.own(new AnyEntry(json))).orElseGet(JsonObject::empty);
    }

    private static Optional<JsonObject> json(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(StrictJsonReader::parseObject);
    }
}
