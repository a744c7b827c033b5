package io.provenant.listing;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Tx;
import java.util.List;

/** An entry of a list, written only by its issuer's side; it has force while the party's head names it (INV-P7). */
public record ListEntry(JsonObject json) implements Entry {

    /** {@code LEN!entryId}. */
    public static final EntryType<ListEntry> TYPE = EntryType.record("LEN", "ListEntry", ListEntry::new);

    /** The key of an entry. */
    public static Key<ListEntry> key(String entryId) {
        return TYPE.key(entryId);
    }

    /** Who issues it. */
    public PartyId issuerId() {
        return new PartyId(json.text("issuerId"));
    }

    /** Whom it is about; never a natural person. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }

    /** Which list it belongs to. */
    public Colour colour() {
        return Colour.valueOf(json.text("colour"));
    }

    /** On what it rests. */
    public ListKind listKind() {
        return ListKind.valueOf(json.text("listKind"));
    }

    /** What it asks decisions to do. */
    public Effect effect() {
        return Effect.valueOf(json.text("effect"));
    }

    /** How grave it is. */
    public Severity severity() {
        return Severity.valueOf(json.text("severity"));
    }

    /** The sectors concerned; empty: all. */
    public List<String> sectorCodes() {
        return json.texts("sectorCodes");
    }

    /** The private documents that it cites so far. */
    public List<JsonObject> documents() {
        return json.objects("documents");
    }

    /** The random alias of who proposed it, a person of the issuer. */
    public String proposerPerson() {
        return json.text("proposerPerson");
    }

    /** True if the target can no longer be heard first: its time has passed, or its answer was considered. */
    public boolean isHeardAt(long ms) {
        return json.has("answerOutcomeCode") || ms >= answerDueMs();
    }

    /** When the target's answer is due, once notice was served; UTC milliseconds. */
    public long answerDueMs() {
        return json.integer("answerDueMs");
    }

    /** True if the sender is the person who proposed it, be it with another certificate. */
    public boolean wasProposedBy(Tx tx) {
        return tx.sender().is(issuerId())
                && tx.sender().person().filter(proposerPerson()::equals).isPresent();
    }
}
