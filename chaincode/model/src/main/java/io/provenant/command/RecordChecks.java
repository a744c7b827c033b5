package io.provenant.command;

import static io.provenant.ledger.ReasonCode.ALREADY_EXISTS;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.REV_MISMATCH;
import static io.provenant.ledger.ReasonCode.STATE_ILLEGAL;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Entry;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Tx;
import java.util.Optional;

/** Step 7 of the order of checks: what exists, whose it is, which revision it has and which step it may take. */
public final class RecordChecks {

    private final Tx tx;
    private final Ledger ledger;
    private final Refusals refusals;

    /** The checks of one command. */
    public RecordChecks(Tx tx, Ledger ledger, Refusals refusals) {
        this.tx = tx;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /** The record, or nothing and {@code NOT_FOUND}. */
    public <T extends Entry> Optional<T> existing(Key<T> key) {
        Optional<T> found = ledger.get(key);
        refusals.require(found.isPresent(), NOT_FOUND, Detail.key(key));
        return found;
    }

    /** Refuses a key that is in use, {@code ALREADY_EXISTS}. */
    public void absent(Key<?> key) {
        refusals.require(ledger.get(key).isEmpty(), ALREADY_EXISTS, Detail.key(key));
    }

    /** The record that a body changes: it exists, has the {@code rev} that the body names, and may take the step. */
    public <T extends Entry> Optional<T> changing(Key<T> key, JsonObject body, Step step) {
        Optional<T> found = existing(key);
        found.ifPresent(record -> {
            long rev = body.integer("rev");
            refusals.require(
                    record.rev() == rev,
                    REV_MISMATCH,
                    Detail.key(key),
                    Detail.expected(record.rev()),
                    Detail.found(rev));
            step(key, record, step);
        });
        return found;
    }

    /** Refuses a step that the record's state does not have, {@code STATE_ILLEGAL}. */
    public void step(Key<?> key, Entry record, Step step) {
        refusals.require(
                step.allows(record),
                STATE_ILLEGAL,
                Detail.key(key),
                Detail.expected(String.join(" or ", step.from())),
                Detail.found(record.state().orElse("none")));
    }

    /** Refuses a field that does not name the acting party, {@code NOT_YOURS}. */
    public void own(String field, String partyId) {
        refusals.require(
                tx.sender().is(new PartyId(partyId)),
                NOT_YOURS,
                Detail.field("/body/" + field),
                Detail.expected(tx.sender().party().map(PartyId::value).orElse("none")),
                Detail.found(partyId));
    }
}
