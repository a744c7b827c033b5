package io.provenant.shape;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;
import static io.provenant.ledger.ReasonCode.LIMIT_EXCEEDED;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * An array of items of one type.
 *
 * @param order what the items ascend by, each value once; empty: the order is the sender's
 */
record ListType(FieldType item, int least, int most, Optional<Order> order) implements FieldType {

    /** What a set is sorted by: UTF-16 code units of a text. */
    interface Order {
        String of(JsonValue item);
    }

    @Override
    public void check(JsonValue value, String pointer, Refusals refusals) {
        if (!(value instanceof JsonArray array)) {
            refusals.add(INPUT_MALFORMED, Detail.field(pointer), Detail.expected("array"));
            return;
        }
        List<JsonValue> items = array.items();
        refusals.require(
                items.size() >= least, INPUT_MALFORMED, Detail.field(pointer), Detail.expected(least + " or more"));
        if (items.size() > most) {
            refusals.add(LIMIT_EXCEEDED, Detail.field(pointer), Detail.expected(most), Detail.found(items.size()));
            return;
        }
        int before = refusals.reasons().size();
        for (int i = 0; i < items.size(); i++) {
            item.check(items.get(i), pointer + "/" + i, refusals);
        }
        if (refusals.reasons().size() == before) {
            order.ifPresent(by -> checkOrder(items, by, pointer, refusals));
        }
    }

    private static void checkOrder(List<JsonValue> items, Order by, String pointer, Refusals refusals) {
        for (int i = 1; i < items.size(); i++) {
            if (by.of(items.get(i - 1)).compareTo(by.of(items.get(i))) >= 0) {
                refusals.add(INPUT_MALFORMED, Detail.field(pointer + "/" + i), Detail.expected("ascending, each once"));
                return;
            }
        }
    }

    @Override
    public void codes(JsonValue value, String pointer, CodeVisitor visitor) {
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                item.codes(array.items().get(i), pointer + "/" + i, visitor);
            }
        }
    }

    @Override
    public JsonObject schema() {
        return JsonObject.empty()
                .with("type", "array")
                .with("items", item.schema())
                .with("minItems", least)
                .with("maxItems", most)
                .with("uniqueItems", order.isPresent());
    }
}
