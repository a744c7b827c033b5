package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.FieldChange;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.TransactionRow;
import io.provenant.gateway.index.Written;
import java.time.Instant;

/** Rows of the index as JSON. */
final class Rows {

    private Rows() {}

    static JsonObject record(RecordVersion version) {
        JsonObject row = JsonObject.empty()
                .with("key", version.key())
                .with("docType", version.docType())
                .with("written", written(version.written()));
        return version.value().map(value -> row.with("value", value)).orElseGet(() -> row.with("deleted", true));
    }

    static JsonObject audit(AuditRow row) {
        return written(row.written())
                .with("key", row.key())
                .with("docType", row.docType())
                .with("fact", row.fact())
                .withObjects("changes", row.changes().stream().map(Rows::change).toList());
    }

    static JsonObject transaction(TransactionRow row) {
        return written(row.written())
                .with("state", row.validationCode().equals("VALID") ? "COMMITTED" : "INVALID")
                .with("validationCode", row.validationCode())
                .withObjects("facts", row.facts());
    }

    /** Who wrote, when and where; the time twice, for programs and for people. */
    static JsonObject written(Written written) {
        JsonObject row = JsonObject.empty()
                .with("txId", written.txId())
                .with("block", written.blockNumber())
                .with("txNumber", written.txNumber())
                .with("txMs", written.txMs())
                .with("time", Instant.ofEpochMilli(written.txMs()).toString())
                .with("mspId", written.mspId())
                .with("command", written.command());
        JsonObject acting =
                written.partyId().map(party -> row.with("partyId", party)).orElse(row);
        return written.role().map(role -> acting.with("role", role)).orElse(acting);
    }

    private static JsonObject change(FieldChange change) {
        JsonObject row = JsonObject.empty().with("field", change.field());
        JsonObject before =
                change.before().map(value -> row.with("before", value)).orElse(row);
        return change.after().map(value -> before.with("after", value)).orElse(before);
    }
}
