package io.provenant.consent;

import io.provenant.document.CitedDocuments;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;

/** What the body of {@code consent:give} holds (domain 4.5). */
final class GrantShape {

    static final String ATTESTATION = "attestation";
    static final String CONTROLLER_SIGNATURE = "controllerSignature";
    static final String SUBJECT = "subject";

    private static final FieldType KEY_ID = FieldTypes.text("[A-Za-z0-9._-]{1,64}", "key id");
    private static final Field ALGORITHM = Field.of("alg", FieldTypes.oneOf(SignatureAlgorithm.class));
    private static final Field SIGNATURE = Field.of("signature", FieldTypes.base64Url());
    private static final FieldType PARTIES = FieldTypes.set(FieldTypes.partyId(), 64);
    private static final FieldType REGIONS = FieldTypes.set(FieldTypes.region(), 64);

    private static final Shape PEOPLE =
            Shape.of(Field.of("size", FieldTypes.integer(1, (1L << 53) - 1)), Field.of("memberRoot", digest()));

    private static final Shape SUBJECT_SIGNATURE = Shape.of(
            ALGORITHM, Field.of("publicKey", FieldTypes.base64Url()), Field.of("memberCommit", digest()), SIGNATURE);

    private static final Shape ATTESTED = Shape.of(
            Field.of("partyId", FieldTypes.partyId()),
            Field.of("keyId", KEY_ID),
            ALGORITHM,
            SIGNATURE,
            Field.optional(SUBJECT, SUBJECT_SIGNATURE));

    private static final Shape SIGNED = Shape.of(Field.of("keyId", KEY_ID), ALGORITHM, SIGNATURE);

    static final Shape BODY = Shape.of(
                    Field.of("consentId", FieldTypes.uuid()),
                    Field.of("interactionId", FieldTypes.uuid()),
                    Field.of("controllerId", FieldTypes.partyId()),
                    Field.of("noticeId", FieldTypes.uuid()),
                    Field.of("noticeVersion", FieldTypes.integer(1, Notice.MAX_VERSION)),
                    Field.of("noticeHash", digest()),
                    Field.optional("renewsId", FieldTypes.uuid()),
                    Field.optional("regimes", FieldTypes.set(regime(), 4)),
                    CitedDocuments.optionalField())
            .and(scope())
            .and(terms())
            .and(
                    Field.of("population", PEOPLE),
                    Field.of("assurance", FieldTypes.oneOf(Assurance.class)),
                    Field.optional(ATTESTATION, ATTESTED),
                    Field.optional(CONTROLLER_SIGNATURE, SIGNED));

    private GrantShape() {}

    private static Field[] scope() {
        return new Field[] {
            Field.of("purposeCode", FieldTypes.code("purposes")),
            Field.of("contextCode", FieldTypes.code("contexts")),
            Field.of("dataCategories", FieldTypes.codes("categories")),
            Field.optional("sensitiveRoot", FieldTypes.code("sensitiveRoots")),
            Field.optional("specialBasis", FieldTypes.code("specialBases")),
            Field.of("processingOps", FieldTypes.codes("ops")),
            Field.of("collectionMethod", FieldTypes.oneOf(CollectionMethod.class)),
            Field.optional("sdkPartyId", FieldTypes.partyId()),
            Field.optional("sdkDigest", digest()),
            Field.optional("deviceClassCode", FieldTypes.code("deviceClasses")),
            Field.of("recipientIds", PARTIES),
            Field.of("storageRegions", REGIONS),
            Field.of("allowedRegions", REGIONS),
            Field.of("retentionDays", FieldTypes.days()),
            Field.of("validUntilMs", FieldTypes.ms())
        };
    }

    private static Field[] terms() {
        return new Field[] {
            Field.of("consentKind", FieldTypes.oneOf(ConsentKind.class)),
            Field.of("writtenOwnRequest", FieldTypes.flag()),
            Field.of("conditionality", FieldTypes.oneOf(Conditionality.class)),
            Field.of("separatelyRefusable", FieldTypes.flag()),
            Field.of("serviceCode", FieldTypes.code("services")),
            Field.of("guardian", FieldTypes.flag()),
            Field.of("automatedDecision", FieldTypes.flag()),
            Field.of("inferenceAllowed", FieldTypes.flag()),
            Field.of("onwardAllowed", FieldTypes.flag()),
            Field.of("publicationAllowed", FieldTypes.flag()),
            Field.of("crossBorder", FieldTypes.flag()),
            Field.of("withdrawalMethodCode", FieldTypes.code("channels")),
            Field.of("collectionChannelCode", FieldTypes.code("channels")),
            Field.of("lawfulBasis", FieldTypes.code("lawfulBases")),
            Field.optional("piaId", FieldTypes.uuid())
        };
    }

    private static FieldType digest() {
        return FieldTypes.digest();
    }

    private static FieldType regime() {
        return FieldTypes.oneOf("CN_CSL", "CN_DSL", "CN_PIPL", "EU_GDPR");
    }
}
