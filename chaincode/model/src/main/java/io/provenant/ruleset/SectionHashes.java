package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import java.util.Map;

/** The member {@code sections} of a rule set: each section's name and the hash of its bytes. */
record SectionHashes() implements FieldType {

    private static final int MOST = 128;
    private static final FieldType HASH = FieldTypes.digest();

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        if (!(value instanceof JsonObject sections)) {
            refusals.add(INPUT_MALFORMED, Detail.field(pointer), Detail.expected("object"));
            return;
        }
        int size = sections.members().size();
        refusals.require(size > 0, INPUT_MALFORMED, Detail.field(pointer), Detail.expected("one or more"));
        refusals.require(
                size <= MOST, LIMIT_EXCEEDED, Detail.field(pointer), Detail.expected(MOST), Detail.found(size));
        for (Map.Entry<String, JsonValue> section : sections.entries()) {
            HASH.check(section.getValue(), pointer + "/" + section.getKey(), refusals);
        }
    }

    @Override
    public JsonObject schema() {
        return JsonObject.empty()
                .with("type", "object")
                .with("additionalProperties", HASH.schema())
                .with("minProperties", 1)
                .with("maxProperties", MOST);
    }
}
