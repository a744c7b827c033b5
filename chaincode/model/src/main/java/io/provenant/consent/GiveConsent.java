package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.CONSENT_BUNDLED;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.document.CitedDocuments;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.party.Market;
import java.util.List;
import java.util.Optional;

/**
 * {@code consent:give}: one person or a million consented to one purpose. The grant stays inside its notice and the law's
 * conditions (INV-C1 to C13), and says whose word it is (INV-C15).
 */
public final class GiveConsent implements UseCase<GiveConsent.Request> {

    private static final CommandSpec SPEC = CommandSpec.of(
                    "consent:give",
                    "Record a consent to one purpose",
                    Role.CONTROLLER_APP,
                    Role.CONTROLLER_DPO,
                    Role.SUBJECT_AGENT)
            .body(GrantShape.BODY)
            .step(Step.create(ConsentGrant.TYPE, ConsentState.GIVEN.name()));

    /** What was consented to. */
    public record Request(JsonObject body) implements Command {
        ConsentId consentId() {
            return new ConsentId(body.text("consentId"));
        }

        PartyId controllerId() {
            return new PartyId(body.text("controllerId"));
        }

        Key<Notice> notice() {
            return Notice.key(body.text("noticeId"), body.integer("noticeVersion"));
        }

        Key<ConsentOfScreen> screen() {
            return ConsentOfScreen.key(body.text("interactionId"), body.text("purposeCode"));
        }

        Optional<ConsentId> renewsId() {
            return body.optionalText("renewsId").map(ConsentId::new);
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Request read(JsonObject body) {
        return new Request(body);
    }

    @Override
    public Outcome apply(Request request, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<Notice> notice = known(request, tx, ledger, refusals);
        if (!refusals.isEmpty() || notice.isEmpty()) {
            return refusals.rejected();
        }
        JsonObject body = request.body();
        refusals.require(ledger.get(request.screen()).isEmpty(), CONSENT_BUNDLED, Detail.key(request.screen()));
        new GrantTerms(body, notice.get(), market(ledger), tx, refusals).check();
        new GrantAssurance(body, tx, ledger, refusals).check();
        List<JsonObject> documents = CitedDocuments.read(body, ledger, refusals);
        return refusals.isEmpty() ? given(request, documents) : refusals.rejected();
    }

    private static Optional<Notice> known(Request request, Tx tx, Ledger ledger, Refusals refusals) {
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(ConsentGrant.key(request.consentId()));
        if (!tx.sender().actsAs(Role.SUBJECT_AGENT)) {
            checks.own("controllerId", request.controllerId().value());
        }
        Optional<Notice> notice = checks.existing(request.notice());
        notice.ifPresent(found -> refusals.require(
                found.controllerId().equals(request.controllerId()), NOT_YOURS, Detail.key(request.notice())));
        request.renewsId().ifPresent(id -> new RenewedGrant(id, request.body(), ledger, refusals).check(checks));
        return notice;
    }

    private static Market market(Ledger ledger) {
        return ledger.get(Market.KEY).orElseThrow(() -> new IllegalStateException("the market is not founded"));
    }

    private static Outcome given(Request request, List<JsonObject> documents) {
        ConsentState state = request.renewsId().isPresent() ? ConsentState.RENEWED : ConsentState.GIVEN;
        JsonObject grant = request.body().without("consentId", "documents").with("state", state.name());
        JsonObject fields = documents.isEmpty() ? grant : grant.withObjects("documents", documents);
        JsonObject head = JsonObject.empty().with("generation", 0).with("acknowledgedCount", 0);
        JsonObject screen =
                JsonObject.empty().with("consentId", request.consentId().value());
        return Outcome.accepted(
                new Change.Create(ConsentGrant.key(request.consentId()), fields),
                new Change.Create(ConsentHead.key(request.consentId()), head),
                new Change.Create(request.screen(), screen));
    }
}
