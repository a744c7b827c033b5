package io.provenant.ruleset;

import io.provenant.canonical.JsonObject;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;

/** What a rule set says of itself when it is proposed (domain 4.3). */
public final class RuleSetShape {

    private static final int MAX_REGIMES = 8;

    private RuleSetShape() {}

    /** A set of regimes, perhaps empty. */
    public static FieldType regimes() {
        return FieldTypes.set(FieldTypes.oneOf(Regime.class), MAX_REGIMES);
    }

    /** The first rule set of a market. */
    public static Shape first() {
        return fields(FieldTypes.oneOf(RuleSetKind.MARKET.name()));
    }

    /** A rule set that is proposed later. */
    static Shape proposed() {
        return fields(FieldTypes.oneOf(RuleSetKind.class))
                .and(
                        Field.optional("associationId", FieldTypes.partyId()),
                        Field.optional("supersedesId", FieldTypes.slug("rs")));
    }

    /** The stored fields of a proposed rule set, without its times and state. */
    public static JsonObject stored(JsonObject body) {
        return body.without("ruleSetId");
    }

    private static Shape fields(FieldType kind) {
        return Shape.of(
                Field.of("ruleSetId", FieldTypes.slug("rs")),
                Field.of("kind", kind),
                Field.of("regimes", regimes()),
                Field.of("versionNo", FieldTypes.integer(1, 999_999)),
                Field.of("sections", new SectionHashes()),
                Field.of("glossaryHash", FieldTypes.digest()),
                Field.of("modelVersion", FieldTypes.integer(1, 999_999)));
    }
}
