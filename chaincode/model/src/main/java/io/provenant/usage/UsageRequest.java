package io.provenant.usage;

import io.provenant.approval.Approval;
import io.provenant.approval.ReviewScope;
import io.provenant.asset.VersionId;
import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import java.util.List;

/** Who wants which data for what, in codes only (domain 4.7); written once and never changed. */
public record UsageRequest(JsonObject json) implements Entry {

    /** {@code REQ!requestId}. */
    public static final EntryType<UsageRequest> TYPE = EntryType.record("REQ", "UsageRequest", UsageRequest::new);

    /** The key of a request. */
    public static Key<UsageRequest> key(RequestId id) {
        return TYPE.key(id.value());
    }

    /** The hash of a request's body, {@code pvn/request/v1} (domain 3.4). */
    public static Digest hash(Digests digests, JsonObject body) {
        return digests.digest(Framing.of("pvn/request/v1").part(body).bytes());
    }

    /** Its id. */
    public RequestId requestId() {
        return new RequestId(id());
    }

    /** The hash of its body. */
    public String requestHash() {
        return json.text("requestHash");
    }

    /** Who wants to use. */
    public PartyId consumerId() {
        return new PartyId(json.text("consumerId"));
    }

    /** Who gets the output. */
    public List<PartyId> recipientIds() {
        return json.texts("recipientIds").stream().map(PartyId::new).toList();
    }

    /** The versions to use, ascending. */
    public List<VersionId> versionIds() {
        return json.texts("assetVersionIds").stream().map(VersionId::new).toList();
    }

    /** What for. */
    public String purposeCode() {
        return json.text("purposeCode");
    }

    /** In which scenario of the market. */
    public String scenarioCode() {
        return json.text("scenarioCode");
    }

    /** What is done with the data. */
    public List<String> ops() {
        return json.texts("ops");
    }

    /** How the data comes to the consumer. */
    public String deliveryMode() {
        return json.text("deliveryMode");
    }

    /** Where it is processed. */
    public String region() {
        return json.text("region");
    }

    /** What leaves the use. */
    public OutputForm outputForm() {
        return OutputForm.valueOf(json.text("outputForm"));
    }

    /** True if it leads to decisions about people by a machine. */
    public boolean isAutomatedDecision() {
        return json.flag("automatedDecision");
    }

    /** How long the consumer keeps what it gets, in days. */
    public long retentionDays() {
        return json.integer("retentionDays");
    }

    /** How many uses it asks for. */
    public long useCount() {
        return json.integer("useCount");
    }

    /** Regimes that it adds to those judged. */
    public List<String> regimes() {
        return json.texts("regimes");
    }

    /** The approvals that the parties it names for this scope would give. */
    public List<Key<Approval>> reviewKeys(ReviewScope scope) {
        return json.objects("reviews").stream()
                .map(Review::of)
                .filter(review -> review.scope() == scope)
                .map(review -> Approval.ofRequest(id(), requestHash(), scope, review.partyId()))
                .toList();
    }
}
