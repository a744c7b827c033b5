package io.provenant.consent;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.party.Market;
import java.util.List;
import java.util.Optional;

/**
 * A consent of one person or a million to exactly one purpose (domain 4.5). Its scope never changes (INV-C6); who the
 * members are stands nowhere on the ledger, only the root of the tree of their commitments.
 */
public record ConsentGrant(JsonObject json) implements Entry {

    /** {@code CNS!consentId}. */
    public static final EntryType<ConsentGrant> TYPE = EntryType.record("CNS", "ConsentGrant", ConsentGrant::new);

    /** The key of a grant. */
    public static Key<ConsentGrant> key(ConsentId id) {
        return TYPE.key(id.value());
    }

    /** Its id. */
    public ConsentId consentId() {
        return new ConsentId(id());
    }

    /** Its state. */
    public ConsentState consentState() {
        return ConsentState.valueOf(json.text("state"));
    }

    /** Who relies on it. */
    public PartyId controllerId() {
        return new PartyId(json.text("controllerId"));
    }

    /** Who else may receive the data. */
    public List<PartyId> recipientIds() {
        return json.texts("recipientIds").stream().map(PartyId::new).toList();
    }

    /** True if the party is the controller or a named recipient. */
    public boolean covers(PartyId party) {
        return controllerId().equals(party) || recipientIds().contains(party);
    }

    /** The one purpose. */
    public String purposeCode() {
        return json.text("purposeCode");
    }

    /** The situation in which it was given. */
    public String contextCode() {
        return json.text("contextCode");
    }

    /** The service for which it was given. */
    public String serviceCode() {
        return json.text("serviceCode");
    }

    /** The categories of data. */
    public List<String> dataCategories() {
        return json.texts("dataCategories");
    }

    /** The head of PIPL Article 28 that the categories fall under, where they are sensitive. */
    public Optional<String> sensitiveRoot() {
        return json.optionalText("sensitiveRoot");
    }

    /** Regions in which the data may be processed. */
    public List<String> allowedRegions() {
        return json.texts("allowedRegions");
    }

    /** The regimes that the grant names for itself; often none, then the market's count. */
    public List<String> regimes() {
        return json.has("regimes") ? json.texts("regimes") : List.of();
    }

    /** True if it counts under this regime: one of those that it names, or of the market's where it names none. */
    public boolean countsUnder(String regime, Market market) {
        List<String> named = regimes();
        return (named.isEmpty() ? market.regimes() : named).contains(regime);
    }

    /** How it was asked. */
    public ConsentKind kind() {
        return ConsentKind.valueOf(json.text("consentKind"));
    }

    /** Whose word it is. */
    public Assurance assurance() {
        return Assurance.valueOf(json.text("assurance"));
    }

    /** A flag of the scope, such as {@code inferenceAllowed}. */
    public boolean allows(String flag) {
        return json.flag(flag);
    }

    /** How long the data may be kept, in days. */
    public long retentionDays() {
        return json.integer("retentionDays");
    }

    /** UTC milliseconds at which it ends. */
    public long validUntilMs() {
        return json.integer("validUntilMs");
    }

    /** How many persons gave it. */
    public long size() {
        return json.object("population").integer("size");
    }

    /** The root of the tree of its members (RFC 6962). */
    public Digest memberRoot() {
        return new Digest(json.object("population").text("memberRoot"));
    }
}
