package io.provenant.listing;

import static io.provenant.ledger.ReasonCode.NOT_YOURS;

import io.provenant.canonical.JsonObject;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import java.util.Optional;

/** The entry that its issuer changes: it exists, is the sender's, has the rev that was seen and may take the step. */
final class IssuedEntry {

    private IssuedEntry() {}

    static Optional<ListEntry> changing(
            Key<ListEntry> key, JsonObject body, Step step, Tx tx, Ledger ledger, Refusals refusals) {
        Optional<ListEntry> entry = new RecordChecks(tx, ledger, refusals).changing(key, body, step);
        entry.ifPresent(found -> refusals.require(tx.sender().is(found.issuerId()), NOT_YOURS, Detail.key(key)));
        return entry;
    }
}
