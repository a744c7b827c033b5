package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.CONSENT_CORE_MISSING;
import static io.provenant.ledger.ReasonCode.CONSENT_VAGUE;
import static io.provenant.ledger.ReasonCode.NOT_YOURS;
import static io.provenant.ledger.ReasonCode.REV_MISMATCH;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.RecordChecks;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@code notice:publish}: a controller says what it will do with data, in a version that grants can refer to. A later
 * version follows the controller's own earlier one, so nobody else can occupy its number.
 */
public final class PublishNotice implements UseCase<PublishNotice.Publication> {

    private static final Step STEP = Step.create(Notice.TYPE, Notice.COMMUNICATED);
    private static final CommandSpec SPEC = CommandSpec.of(
                    "notice:publish", "Publish a version of a notice to data subjects", Role.CONTROLLER_DPO)
            .body(Shape.of(
                    Field.of("noticeId", FieldTypes.uuid()),
                    Field.of("versionNo", FieldTypes.integer(1, Notice.MAX_VERSION)),
                    Field.of("controllerId", FieldTypes.partyId()),
                    Field.of("contentHash", FieldTypes.digest()),
                    Field.of("language", FieldTypes.language()),
                    Field.of("deviationCodes", FieldTypes.codes("deviations")),
                    Field.of("processorNameCommit", FieldTypes.digest()),
                    Field.of("contactChannelHash", FieldTypes.digest()),
                    Field.of("rightsChannelHash", FieldTypes.digest()),
                    Field.of("complaintChannelHash", FieldTypes.digest()),
                    Field.of("authorityId", FieldTypes.partyId()),
                    Field.of("purposeCodes", FieldTypes.codes("purposes")),
                    Field.of("methodCodes", FieldTypes.codes("methods")),
                    Field.of("dataCategories", FieldTypes.codes("categories")),
                    Field.of("retentionDays", FieldTypes.days()),
                    Field.of("recipientIds", FieldTypes.set(FieldTypes.partyId(), 64)),
                    Field.of("necessityAndImpact", FieldTypes.flag()),
                    Field.optional("minorRulesHash", FieldTypes.digest()),
                    Field.of("readabilityBp", FieldTypes.basisPoints()),
                    Field.of("readabilityMethodCode", FieldTypes.code("methods")),
                    Field.of("effectiveFromMs", FieldTypes.ms())))
            .step(STEP);

    /** What the notice says. */
    public record Publication(JsonObject body) implements Command {
        long versionNo() {
            return body.integer("versionNo");
        }

        Key<Notice> version(long number) {
            return Notice.key(body.text("noticeId"), number);
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Publication read(JsonObject body) {
        return new Publication(body);
    }

    @Override
    public Outcome apply(Publication publication, Tx tx, Ledger ledger) {
        JsonObject body = publication.body();
        Key<Notice> key = publication.version(publication.versionNo());
        Refusals refusals = new Refusals();
        RecordChecks checks = new RecordChecks(tx, ledger, refusals);
        checks.absent(key);
        checks.own("controllerId", body.text("controllerId"));
        if (publication.versionNo() > 1) {
            checkPredecessor(publication, tx, ledger, refusals);
        }
        if (refusals.isEmpty()) {
            checkElements(body, tx, refusals);
        }
        return refusals.isEmpty()
                ? Outcome.accepted(new Change.Create(key, body.with("state", STEP.to())))
                : refusals.rejected();
    }

    private static void checkPredecessor(Publication publication, Tx tx, Ledger ledger, Refusals refusals) {
        Key<Notice> key = publication.version(publication.versionNo() - 1);
        Optional<Notice> before = ledger.get(key);
        refusals.require(before.isPresent(), REV_MISMATCH, Detail.key(key), Detail.found("absent"));
        refusals.require(
                before.filter(notice -> !tx.sender().is(notice.controllerId())).isEmpty(), NOT_YOURS, Detail.key(key));
    }

    // PIPL Article 17: what the shape cannot ask is that a list names something.
    private static void checkElements(JsonObject body, Tx tx, Refusals refusals) {
        for (String list : List.of("dataCategories", "methodCodes", "purposeCodes")) {
            refusals.require(!body.texts(list).isEmpty(), CONSENT_CORE_MISSING, Detail.field("/body/" + list));
        }
        List<String> vague = tx.rules().market().texts("vaguePurposes");
        body.texts("purposeCodes").stream()
                .filter(vague::contains)
                .forEach(purpose ->
                        refusals.add(CONSENT_VAGUE, Detail.field("/body/purposeCodes"), Detail.found(purpose)));
    }
}
