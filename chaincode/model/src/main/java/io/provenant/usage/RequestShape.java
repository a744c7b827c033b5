package io.provenant.usage;

import io.provenant.approval.ReviewScope;
import io.provenant.asset.Identifiability;
import io.provenant.canonical.JsonInteger;
import io.provenant.ruleset.Regime;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;

/** What the body of {@code usage:request} holds (domain 4.7): codes only, no wildcard. */
final class RequestShape {

    private static final int MOST_VERSIONS = 8;
    private static final int MOST_RECIPIENTS = 8;
    private static final int MOST_REVIEWS = 4;
    private static final String MARKET = "Market";
    private static final String OVERSIGHT = "Oversight";

    private static final Shape VERIFICATION = Shape.of(
            Field.of("eventCommit", FieldTypes.digest()),
            Field.of("methodCode", FieldTypes.oneOf("LIVENESS", "ONE_TIME_CODE", "DEVICE_KEY")),
            Field.of("verifierId", FieldTypes.partyId()),
            Field.of("keyId", FieldTypes.text("[A-Za-z0-9._-]{1,64}", "key id")),
            Field.of("verifiedMs", FieldTypes.ms()),
            Field.of("signature", FieldTypes.base64Url()));

    private static final Shape REVIEW = Shape.of(
            Field.of("scopeCode", FieldTypes.oneOf(ReviewScope.class)), Field.of("partyId", FieldTypes.partyId()));

    static final Shape BODY = Shape.of(
                    Field.of("requestId", FieldTypes.uuid()),
                    Field.of("consumerId", FieldTypes.partyId()),
                    Field.optional("agreementId", FieldTypes.laterLayer(MARKET, FieldTypes.uuid())),
                    Field.optional("listingId", FieldTypes.laterLayer(MARKET, FieldTypes.uuid())),
                    Field.optional("transferId", FieldTypes.laterLayer(OVERSIGHT, FieldTypes.uuid())),
                    Field.optional("leaseId", FieldTypes.laterLayer(OVERSIGHT, FieldTypes.uuid())),
                    Field.optional("permissionId", FieldTypes.uuid()),
                    Field.optional("piaId", FieldTypes.uuid()),
                    Field.of("assetVersionIds", FieldTypes.set(FieldTypes.uuid(), 1, MOST_VERSIONS)),
                    Field.of("regimes", FieldTypes.set(FieldTypes.oneOf(Regime.class), 4)),
                    Field.of("reviews", FieldTypes.table(REVIEW, MOST_REVIEWS, "scopeCode", "partyId")))
            .and(purpose())
            .and(output());

    private RequestShape() {}

    private static Field[] purpose() {
        return new Field[] {
            Field.of("scenarioCode", FieldTypes.code("scenarios")),
            Field.of("purposeCode", FieldTypes.code("purposes")),
            Field.of("contextCode", FieldTypes.code("contexts")),
            Field.of("ops", FieldTypes.set(FieldTypes.code("ops"), 1, 32)),
            Field.of("fieldCodes", FieldTypes.codes("fields")),
            Field.of("roleCode", FieldTypes.code("accessRoles")),
            Field.of("environmentCode", FieldTypes.code("environments")),
            Field.of("deliveryMode", FieldTypes.code("modes")),
            Field.of("region", FieldTypes.code("regions")),
            Field.of("recipientIds", FieldTypes.set(FieldTypes.partyId(), MOST_RECIPIENTS))
        };
    }

    private static Field[] output() {
        FieldType small = FieldTypes.count();
        return new Field[] {
            Field.of("outputForm", FieldTypes.oneOf(OutputForm.class)),
            Field.of("outputIdentifiability", FieldTypes.oneOf(Identifiability.class)),
            Field.optional("groupSize", small),
            Field.of("recordCount", small),
            Field.optional("subjectCount", small),
            Field.optional("sensitiveSubjectCount", small),
            Field.of("retentionDays", FieldTypes.days()),
            Field.of("automatedDecision", FieldTypes.flag()),
            Field.optional("verification", VERIFICATION),
            Field.optional("epsNano", small),
            Field.optional("deltaAtto", small),
            Field.optional("exclusionRoot", FieldTypes.digest()),
            Field.of("useCount", FieldTypes.integer(1, JsonInteger.MAX))
        };
    }
}
