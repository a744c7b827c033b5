package io.provenant.testing;

import io.provenant.canonical.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The default rules of the gateway app, with a code, an adopted list and a calendar that only tests use. */
final class MarketRules {

    // Scenario 8.5: the market adopts the association's list for one sector.
    private static final JsonObject ADOPTED = SmallMarket.json(
            "{\"listKind\":\"SELF_REGULATORY\",\"issuerId\":\"pty-assoc\",\"sectorCode\":\"health\",\"effect\":\"DENY\"}");

    private MarketRules() {}

    static JsonObject sections() {
        JsonObject defaults = DefaultRules.sections();
        List<JsonObject> codes = new ArrayList<>(defaults.objects("codeLists"));
        codes.add(code("categories", "pd:Child").withTexts("broader", List.of("pvn:MinorUnder14")));
        List<JsonObject> effects = new ArrayList<>(defaults.objects("listEffects"));
        effects.add(ADOPTED);
        return defaults.withObjects("codeLists", codes)
                .withObjects("listEffects", effects)
                .with("calendar", Calendars.of(2026, 2027));
    }

    private static JsonObject code(String list, String code) {
        return JsonObject.empty().with("list", list).with("code", code);
    }
}
