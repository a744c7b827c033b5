package io.provenant.approval;

import static io.provenant.ledger.ReasonCode.APPROVAL_NOT_ASKED;
import static io.provenant.ledger.ReasonCode.NOT_FOUND;
import static io.provenant.ledger.ReasonCode.NOT_INDEPENDENT;
import static io.provenant.ledger.ReasonCode.REV_MISMATCH;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Entry;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Sender;
import io.provenant.ledger.Tx;
import io.provenant.party.Independence;
import java.util.Optional;

/** Whether a committed request asks this sender for a review, and the row that keeps it. */
final class RequestReview {

    private final JsonObject body;
    private final Key<? extends Entry> key;
    private final Tx tx;
    private final Ledger ledger;
    private final Refusals refusals;

    RequestReview(JsonObject body, Key<? extends Entry> key, Tx tx, Ledger ledger, Refusals refusals) {
        this.body = body;
        this.key = key;
        this.tx = tx;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    Optional<ApprovalRow> row() {
        Optional<JsonObject> request = ledger.get(key).map(Entry::json);
        refusals.require(request.isPresent(), NOT_FOUND, Detail.key(key));
        request.ifPresent(this::check);
        return refusals.isEmpty() ? Optional.of(reviewed()) : Optional.empty();
    }

    private void check(JsonObject request) {
        refusals.require(
                request.text("requestHash").equals(body.text("requestHash")),
                REV_MISMATCH,
                Detail.field("/body/requestHash"),
                Detail.expected(request.text("requestHash")));
        PartyId consumer = new PartyId(request.text("consumerId"));
        Sender sender = tx.sender();
        Role role = scope().role();
        boolean named = request.objects("reviews").stream()
                .anyMatch(review -> review.text("scopeCode").equals(scope().name())
                        && sender.is(new PartyId(review.text("partyId"))));
        refusals.require(
                named && sender.actsAs(role) && !sender.is(consumer),
                APPROVAL_NOT_ASKED,
                new Detail("scope", scope().name()),
                Detail.expected(role.code()));
        if (refusals.isEmpty()) {
            refusals.require(
                    new Independence(ledger).mayJudge(sender.partyId(), consumer),
                    NOT_INDEPENDENT,
                    new Detail("target", consumer.value()));
        }
    }

    private ApprovalRow reviewed() {
        Sender sender = tx.sender();
        JsonObject fields = JsonObject.empty()
                .with("subjectKey", key.text())
                .with("subjectHash", body.value("requestHash"))
                .with("scopeCode", scope().name())
                .with("partyId", sender.partyId().value())
                .with("role", sender.role().orElseThrow().code())
                .with("person", sender.person().orElseThrow());
        return new ApprovalRow(
                Approval.ofRequest(body.text("requestId"), body.text("requestHash"), scope(), sender.partyId()),
                fields);
    }

    private ReviewScope scope() {
        return ReviewScope.valueOf(body.text("scopeCode"));
    }
}
