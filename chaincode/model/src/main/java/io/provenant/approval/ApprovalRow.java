package io.provenant.approval;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Key;

/** The row that an approval writes, before it has a state. */
record ApprovalRow(Key<Approval> key, JsonObject fields) {

    JsonObject answer() {
        return JsonObject.empty()
                .with("subjectKey", fields.value("subjectKey"))
                .with("subjectHash", fields.value("subjectHash"));
    }
}
