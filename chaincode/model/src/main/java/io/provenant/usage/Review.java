package io.provenant.usage;

import io.provenant.approval.ReviewScope;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyId;

/** A party that a request names to review it. */
public record Review(ReviewScope scope, PartyId partyId) {

    static Review of(JsonObject row) {
        return new Review(ReviewScope.valueOf(row.text("scopeCode")), new PartyId(row.text("partyId")));
    }
}
