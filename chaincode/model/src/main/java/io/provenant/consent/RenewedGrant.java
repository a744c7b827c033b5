package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.CONSENT_WITHDRAWN;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.PURPOSE_NOT_GRANTED;
import static io.provenant.ledger.ReasonCode.STATE_ILLEGAL;

import io.provenant.canonical.JsonObject;
import io.provenant.command.RecordChecks;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;

/**
 * The grant that a new one renews: of the same controller and purpose, relied on until now, and not taken back. What was
 * revoked, invalidated or never given is given anew or not at all; what has merely expired may be renewed.
 */
final class RenewedGrant {

    private final ConsentId id;
    private final JsonObject renewal;
    private final Ledger ledger;
    private final Refusals refusals;

    RenewedGrant(ConsentId id, JsonObject renewal, Ledger ledger, Refusals refusals) {
        this.id = id;
        this.renewal = renewal;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    void check(RecordChecks checks) {
        checks.existing(ConsentGrant.key(id)).ifPresent(this::check);
    }

    private void check(ConsentGrant grant) {
        Key<ConsentGrant> key = ConsentGrant.key(id);
        PartyId controller = new PartyId(renewal.text("controllerId"));
        refusals.require(grant.controllerId().equals(controller), NOT_YOURS, Detail.key(key));
        refusals.require(
                grant.consentState().isValid(), STATE_ILLEGAL, Detail.key(key), Detail.found(grant.consentState()));
        refusals.require(grant.purposeCode().equals(renewal.text("purposeCode")), PURPOSE_NOT_GRANTED, Detail.key(key));
        refusals.require(!isTakenBack(grant), CONSENT_WITHDRAWN, Detail.key(key));
    }

    // Who of many took it back is not among those who renew: that is theirs and the controller's to say.
    private boolean isTakenBack(ConsentGrant grant) {
        return grant.size() == 1
                && ledger.get(Withdrawal.key(id, LeafIndex.ONLY)).isPresent();
    }
}
