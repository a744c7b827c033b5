package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.KeyNumbers;
import io.provenant.ledger.PartyId;
import java.util.List;

/** What subjects were told, in one version (PIPL Article 17; domain 4.5). */
public record Notice(JsonObject json) implements Entry {

    /** {@code NTC!noticeId!version}. */
    public static final EntryType<Notice> TYPE = EntryType.record("NTC", "Notice", Notice::new);

    /** The highest version number that a key holds. */
    public static final int MAX_VERSION = 999_999;

    static final String COMMUNICATED = "COMMUNICATED";

    /** The key of a version of a notice. */
    public static Key<Notice> key(String noticeId, long versionNo) {
        return TYPE.key(noticeId, KeyNumbers.padded(versionNo, 6));
    }

    /** Who told them. */
    public PartyId controllerId() {
        return new PartyId(json.text("controllerId"));
    }

    /** SHA-256 of the text that was shown. */
    public String contentHash() {
        return json.text("contentHash");
    }

    /** The purposes named. */
    public List<String> purposeCodes() {
        return json.texts("purposeCodes");
    }

    /** The categories named. */
    public List<String> dataCategories() {
        return json.texts("dataCategories");
    }

    /** The recipients named. */
    public List<String> recipientIds() {
        return json.texts("recipientIds");
    }

    /** How long the data is kept, in days. */
    public long retentionDays() {
        return json.integer("retentionDays");
    }

    /** True if it says why sensitive data is needed and what that means for the person (PIPL Article 30). */
    public boolean saysNecessityAndImpact() {
        return json.flag("necessityAndImpact");
    }

    /** True if it has special rules for minors under fourteen (PIPL Article 31). */
    public boolean hasMinorRules() {
        return json.has("minorRulesHash");
    }

    /** True if grants may refer to it at this UTC millisecond. */
    public boolean isInForceAt(long ms) {
        return state().filter(COMMUNICATED::equals).isPresent() && json.integer("effectiveFromMs") <= ms;
    }
}
