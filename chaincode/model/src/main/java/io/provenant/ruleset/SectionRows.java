package io.provenant.ruleset;

import io.provenant.ledger.Role;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.Arrays;

/** Rows of the sections that are tables (domain 3.9, 1.9); what a row leaves out it does not ask. */
final class SectionRows {

    static final FieldType COMMAND = FieldTypes.text("[A-Za-z]{1,32}(:[A-Za-z]{1,32})?", "command");
    static final FieldType MODES = FieldTypes.set(
            FieldTypes.oneOf(
                    "API_RECORD", "API_RESULT", "FEDERATED", "HE", "MPC", "RAW_FILE", "REPORT", "SANDBOX", "TEE"),
            16);
    static final FieldType LIFE_MS = FieldTypes.integer(1, 366L * 86_400_000);
    static final FieldType SECONDS = FieldTypes.integer(0, 366L * 86_400);

    static final Shape CODE = Shape.of(
            Field.of("list", FieldTypes.text("[a-z][A-Za-z0-9]{0,63}", "name of a list")),
            Field.of("code", code()),
            Field.optional("broader", FieldTypes.set(code(), 1, 8)),
            Field.optional("lawCodes", FieldTypes.codes("laws")));

    static final Shape APPROVAL = Shape.of(
            Field.of("command", COMMAND),
            Field.of(
                    "roles",
                    FieldTypes.set(
                            FieldTypes.oneOf(Arrays.stream(Role.values())
                                    .filter(role -> role != Role.MARKET_FOUNDER)
                                    .map(Role::code)
                                    .toArray(String[]::new)),
                            1,
                            Role.values().length)),
            Field.of("count", FieldTypes.integer(1, 4)),
            Field.of("otherParty", FieldTypes.flag()));

    static final Shape YEAR = Shape.of(
            Field.of("year", FieldTypes.integer(2020, 2100)),
            Field.of("workingDays", FieldTypes.text("[01]{366}", "366 times 0 or 1")),
            Field.of("sourceHash", FieldTypes.digest()));

    static final Shape SENSITIVE_ROOT = Shape.of(
            Field.of("rootCode", FieldTypes.code("sensitiveRoots")),
            Field.of("categoryRootCodes", FieldTypes.codes("categories")));

    static final Shape PROTECTION = Shape.of(
            Field.of("rowId", FieldTypes.text("P-[A-Z]{1,16}", "row id")),
            Field.of("level", FieldTypes.oneOf(ProtectionLevel.class)),
            Field.of("categoryRootCodes", FieldTypes.codes("categories")),
            Field.of("scenarioCodes", FieldTypes.codes("scenarios")),
            Field.optional("typicalCaseCode", FieldTypes.code("typicalCases")),
            Field.optional("consentKind", FieldTypes.oneOf("GENERAL", "SEPARATE", "WRITTEN")),
            Field.optional("individualOnly", FieldTypes.flag()),
            Field.optional(
                    "minAssurance", FieldTypes.oneOf("CLAIMED", "HOST_ATTESTED", "AGENT_ATTESTED", "SUBJECT_SIGNED")),
            Field.optional("verificationTtlS", SECONDS),
            Field.optional(
                    "verificationMethodCodes",
                    FieldTypes.set(FieldTypes.oneOf("DEVICE_KEY", "LIVENESS", "ONE_TIME_CODE"), 1, 3)),
            Field.optional("minIdentifiability", identifiability()),
            Field.optional("minIdentifiabilityUnless", FieldTypes.oneOf("WRITTEN_OWN_REQUEST")),
            Field.optional("outputIdentifiability", identifiability()),
            Field.optional("minGroupSize", FieldTypes.integer(1, 1_000_000)),
            Field.optional("permissionRequired", FieldTypes.flag()),
            Field.optional("usageRecordPer", FieldTypes.oneOf("ACCESS", "RUN", "NONE")),
            Field.optional("auditAnchorMaxS", SECONDS),
            Field.optional("retentionDaysMax", FieldTypes.days()),
            Field.optional("decisionTtlMs", LIFE_MS),
            Field.optional("modes", MODES),
            Field.optional("sourceCode", FieldTypes.code("sources")));

    static final Shape NECESSITY_PROFILE = Shape.of(
            Field.of("serviceCode", FieldTypes.code("services")),
            Field.of("purposeCode", FieldTypes.code("purposes")),
            Field.optional("requiredFieldCodes", FieldTypes.codes("fields")),
            Field.optional("optionalFieldCodes", FieldTypes.codes("fields")),
            Field.optional("maxRecords", FieldTypes.count()),
            Field.optional("maxPerDay", FieldTypes.count()),
            Field.optional("retentionDays", FieldTypes.days()),
            Field.optional("accessRoleCodes", FieldTypes.codes("accessRoles")),
            Field.optional("locationPrecisionCode", FieldTypes.code("locationPrecisions")));

    static final Shape CONSENT_DAYS =
            Shape.of(Field.of("general", FieldTypes.days()), Field.of("sensitive", FieldTypes.days()));

    static final Shape DUTY = Shape.of(
            Field.of(
                    "kind",
                    FieldTypes.oneOf(
                            "ANCHOR_USAGE",
                            "APPLY_EXCLUSION_LIST",
                            "DELETE",
                            "DELETE_OR_REBUILD",
                            "DESTROY",
                            "EXPLAIN",
                            "INFORM",
                            "NO_SOLE_AUTOMATION",
                            "RETRAIN_OR_STOP")),
            Field.of("days", FieldTypes.days()));

    static final Shape LIST_WINDOW = Shape.of(
            Field.of("severity", FieldTypes.oneOf("MINOR", "GENERAL", "SERIOUS")),
            Field.of("minMonths", FieldTypes.integer(0, 120)),
            Field.of("maxMonths", FieldTypes.integer(1, 120)));

    static final Shape LIST_EFFECT = Shape.of(
            Field.of("listKind", FieldTypes.oneOf("STATUTORY", "SELF_REGULATORY")),
            Field.optional("issuerId", FieldTypes.partyId()),
            Field.optional("sectorCode", FieldTypes.code("sectors")),
            Field.of("effect", FieldTypes.oneOf("DENY", "REVIEW", "NONE")));

    private SectionRows() {}

    private static FieldType code() {
        return FieldTypes.text("[A-Za-z0-9][A-Za-z0-9:._-]{0,63}", "code");
    }

    private static FieldType identifiability() {
        return FieldTypes.oneOf(
                "IDENTIFIED", "PSEUDONYMISED", "DEIDENTIFIED", "AGGREGATED", "ANONYMISED", "NON_PERSONAL");
    }
}
