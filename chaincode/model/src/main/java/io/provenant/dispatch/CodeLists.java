package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.CODE_UNKNOWN;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Rules;
import java.util.ArrayList;
import java.util.List;

/** Step 6 of the order of checks: every code of the body stands in the rule set's list. */
final class CodeLists {

    private record Use(String list, String code, String pointer) {}

    private CodeLists() {}

    /** Looks each code up; a body without codes reads no rule set. */
    static void check(CommandSpec spec, JsonObject body, Rules rules, Refusals refusals) {
        List<Use> uses = new ArrayList<>();
        spec.body().codes(body, "/body", (list, code, pointer) -> uses.add(new Use(list, code, pointer)));
        if (uses.isEmpty()) {
            return;
        }
        List<JsonObject> rows = rules.market().rows("codeLists");
        uses.stream()
                .filter(use -> rows.stream().noneMatch(row -> matches(row, use)))
                .forEach(
                        use -> refusals.add(CODE_UNKNOWN, Detail.field(use.pointer()), new Detail("list", use.list())));
    }

    private static boolean matches(JsonObject row, Use use) {
        return row.text("list").equals(use.list()) && row.text("code").equals(use.code());
    }
}
