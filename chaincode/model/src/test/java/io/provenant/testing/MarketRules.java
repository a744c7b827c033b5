package io.provenant.testing;

import io.provenant.canonical.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The default rules of the gateway app, with a code and a calendar that only tests use. */
final class MarketRules {

    private MarketRules() {}

    static JsonObject sections() {
        JsonObject defaults = DefaultRules.sections();
        List<JsonObject> codes = new ArrayList<>(defaults.objects("codeLists"));
        codes.add(code("categories", "pd:Child").withTexts("broader", List.of("pvn:MinorUnder14")));
        return defaults.withObjects("codeLists", codes).with("calendar", Calendars.of(2026, 2027));
    }

    private static JsonObject code(String list, String code) {
        return JsonObject.empty().with("list", list).with("code", code);
    }
}
