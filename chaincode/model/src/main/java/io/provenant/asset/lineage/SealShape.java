package io.provenant.asset.lineage;

import io.provenant.asset.AssetVersion;
import io.provenant.asset.Derivation;
import io.provenant.asset.Identifiability;
import io.provenant.asset.LifeCycleStage;
import io.provenant.canonical.JsonInteger;
import io.provenant.ruleset.ProtectionLevel;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;

/**
 * What the body of {@code version:seal} holds (domain 4.4). {@code assetIds}, {@code depth} and {@code state} are made by
 * the ledger from the parents.
 */
final class SealShape {

    private static final int MOST_APPROVERS = 8;
    private static final int MOST_SITES = 32;
    // A group of one is a person.
    private static final FieldType GROUP_SIZE = FieldTypes.integer(2, JsonInteger.MAX);
    private static final FieldType ORIGIN = FieldTypes.text("[A-Za-z0-9._:/-]{1,128}", "origin of a log");

    private static final Shape EDGE = Shape.of(
            Field.of("versionId", FieldTypes.uuid()),
            Field.of("opCode", FieldTypes.code("ops")),
            Field.of("masking", FieldTypes.flag()),
            Field.of("runOrigin", ORIGIN),
            Field.of("runIndex", FieldTypes.count()),
            Field.optional("decisionId", FieldTypes.uuid()));

    private static final Shape SITE =
            Shape.of(Field.of("regionCode", FieldTypes.region()), Field.of("nodeClassCode", code("nodeClasses")));

    private static final Shape BINDING =
            Shape.of(Field.of("consentId", FieldTypes.uuid()), Field.of("generation", FieldTypes.integer(0, 999_999)));

    static final Shape BODY = Shape.of(
                    Field.of("versionId", FieldTypes.uuid()),
                    Field.of("assetId", FieldTypes.id()),
                    Field.of("ownerId", FieldTypes.partyId()),
                    Field.of("versionNo", FieldTypes.rev()),
                    Field.of("contentDigest", FieldTypes.digest()),
                    Field.of("contentAlg", FieldTypes.oneOf("HMAC_SHA256", "SHA256", "SM3")),
                    Field.of(
                            "rowCountBand",
                            FieldTypes.oneOf("LT_1K", "LT_10K", "LT_100K", "LT_1M", "LT_10M", "GE_10M")))
            .and(lineage())
            .and(classification())
            .and(
                    Field.of("asOfMs", FieldTypes.ms()),
                    Field.optional("freshUntilMs", FieldTypes.ms()),
                    Field.of("retainUntilMs", FieldTypes.ms()),
                    Field.of("storageSites", FieldTypes.table(SITE, MOST_SITES, "regionCode", "nodeClassCode")),
                    Field.of("approverIds", FieldTypes.set(FieldTypes.partyId(), MOST_APPROVERS)));

    private SealShape() {}

    private static Field[] lineage() {
        return new Field[] {
            Field.of("derivation", FieldTypes.oneOf(Derivation.class)),
            Field.of("parents", FieldTypes.table(EDGE, AssetVersion.MOST, "versionId")),
            Field.optional("replacesId", FieldTypes.uuid()),
            Field.of("stage", FieldTypes.oneOf(LifeCycleStage.class)),
            Field.of("consents", FieldTypes.table(BINDING, AssetVersion.MOST, "consentId"))
        };
    }

    private static Field[] classification() {
        return new Field[] {
            Field.of("identifiability", FieldTypes.oneOf(Identifiability.class)),
            Field.optional("groupSize", GROUP_SIZE),
            Field.of("qidClassCodes", FieldTypes.codes("qidClasses")),
            Field.of("protectionLevel", FieldTypes.oneOf(ProtectionLevel.class)),
            Field.of("dataCategories", FieldTypes.codes("categories")),
            Field.of("sensitiveRoots", FieldTypes.codes("sensitiveRoots")),
            Field.of("containsMinors", FieldTypes.flag()),
            Field.optional("specialRulesHash", FieldTypes.digest()),
            Field.optional("algorithmFilingNo", FieldTypes.text("[A-Za-z0-9-]{1,64}", "filing number"))
        };
    }

    private static FieldType code(String list) {
        return FieldTypes.code(list);
    }
}
