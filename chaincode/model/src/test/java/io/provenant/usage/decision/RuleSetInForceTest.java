package io.provenant.usage.decision;

import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetInForceTest {

    private static final String STOP = "{\"categoryRootCodes\":[],\"modeCodes\":[],\"purposeCodes\":[],"
            + "\"regionCodes\":[],\"rev\":1,\"sectorCodes\":[],\"state\":\"ACTIVE\",\"untilMs\":1772503200000}";

    private final CareMarket care = new CareMarket();

    @Test
    void a_regime_without_a_rule_set_refuses() {
        JsonObject decision = care.decide(care.request().with("regimes", texts("EU_GDPR")));

        assertThat(CareMarket.full(decision)).containsExactly("R01 RULESET_NONE EU_GDPR");
        assertThat(decision.text("outcome")).isEqualTo("DENY");
        assertThat(decision.texts("regimes")).containsExactly("CN_CSL", "CN_DSL", "CN_PIPL", "EU_GDPR");
    }

    @Test
    void without_any_rule_set_nothing_is_permitted() {
        List.of("CN_CSL", "CN_DSL", "CN_PIPL")
                .forEach(regime -> care.market().put("RHD!" + regime, "{\"rev\":2,\"stopIds\":[]}"));

        JsonObject decision = care.decide(care.request());

        assertThat(CareMarket.full(decision))
                .containsExactly("R01 RULESET_NONE CN_CSL", "R01 RULESET_NONE CN_DSL", "R01 RULESET_NONE CN_PIPL");
        assertThat(decision.texts("rulesRun")).containsExactly("R01");
        assertThat(decision.objects("duties")).isEmpty();
    }

    @Test
    void without_any_regime_nothing_is_permitted() {
        care.set("MKT!founding", "regimes", texts());

        JsonObject decision = care.decide(care.request());

        assertThat(CareMarket.full(decision)).containsExactly("R01 RULESET_NONE");
        assertThat(decision.text("outcome")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource({"R01", "R02", "R03"})
    void a_list_without_the_rules_about_parties_is_no_rule_set(String left) {
        List<String> codes =
                UsageRules.codes().stream().filter(code -> !code.equals(left)).toList();
        care.market().section("rules", texts(codes.toArray(String[]::new)));

        assertThat(CareMarket.full(care.decide(care.request())))
                .containsExactly("R01 RULESET_NONE CN_CSL", "R01 RULESET_NONE CN_DSL", "R01 RULESET_NONE CN_PIPL");
    }

    @Test
    void a_rule_that_is_not_built_is_never_skipped_silently() {
        care.market().section("rules", texts("R01", "R02", "R03", "R05"));

        JsonObject decision = care.decide(care.request());

        assertThat(CareMarket.codes(decision)).containsExactly("RULESET_NONE");
        assertThat(decision.texts("rulesRun")).containsExactly("R01", "R02", "R03");
    }

    @Test
    void rules_run_says_which_rules_ran() {
        care.market().section("rules", texts("R01", "R02", "R03", "R19"));

        JsonObject decision = care.decide(care.request(CareMarket.ORBIT, CareMarket.VERSION));

        assertThat(decision.texts("rulesRun")).containsExactly("R01", "R02", "R03", "R19");
        assertThat(CareMarket.codes(decision)).containsExactly("RECIPIENT"); // R10 did not run
    }

    @Test
    void the_rules_of_this_version_are_those_of_the_spine() {
        assertThat(UsageRules.codes()).containsExactly("R01", "R02", "R03", "R04", "R08", "R09", "R10", "R19");
    }

    @Test
    void a_rule_set_in_force_later_is_not_used_before() {
        care.market()
                .put(
                        "RHD!CN_PIPL",
                        "{\"currentId\":\"rs-cn-2026-1\",\"nextFromMs\":1772416800001,\"nextId\":\"rs-none\","
                                + "\"rev\":2,\"stopIds\":[]}");

        assertThat(care.reasons(care.request())).isEmpty();
        care.market().at(CareMarket.START_MS + 1);
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R01 RULESET_NONE CN_PIPL");
    }

    @ParameterizedTest
    @CsvSource({
        "purposeCodes, pvn:AIModelTraining, pvn:InsuranceUnderwriting",
        "modeCodes, TEE, RAW_FILE",
        "categoryRootCodes, pd:MedicalHealth, pd:Location",
        "regionCodes, CN, DE",
        "sectorCodes, health, mobility",
    })
    void an_emergency_stop_covers_what_it_names_and_nothing_else(String dimension, String hit, String miss) {
        stop(json(STOP).with(dimension, texts(hit)));
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R01 EMERGENCY_STOP stop-1");

        stop(json(STOP).with(dimension, texts(miss)));
        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_stop_of_two_dimensions_covers_only_what_falls_under_both() {
        stop(json(STOP).with("sectorCodes", texts("health")).with("modeCodes", texts("RAW_FILE")));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_stop_ends_by_itself_or_by_command() {
        stop(json(STOP));
        assertThat(care.reasons(care.request())).containsExactly("EMERGENCY_STOP");

        stop(json(STOP).with("untilMs", new JsonInteger(CareMarket.START_MS)));
        assertThat(care.reasons(care.request())).isEmpty();
        stop(json(STOP).with("state", new JsonString("ENDED")));
        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void the_regimes_of_assets_and_consents_are_judged_too() {
        care.declare(CareMarket.asset("ast-eu", CareMarket.CENTER).with("regimes", texts("EU_GDPR")));
        String version = CareMarket.uuid(77);
        care.publish(CareMarket.version(version, "ast-eu", CareMarket.CENTER));
        assertThat(CareMarket.full(care.decide(care.request(CareMarket.LUMEN, version))))
                .containsExactly("R01 RULESET_NONE EU_GDPR");

        care.set("CNS!" + CareMarket.GRANT.consentId(), "regimes", texts("CN_CSL", "CN_DSL", "CN_PIPL", "EU_GDPR"));
        assertThat(CareMarket.full(care.decide(care.request()))).containsExactly("R01 RULESET_NONE EU_GDPR");
    }

    @Test
    void a_rule_set_without_a_section_that_a_rule_needs_decides_nothing() {
        SmallMarket market = care.market();
        JsonObject ruleSet = market.stored("RUL!" + SmallMarket.RULE_SET);
        market.put(
                "RUL!" + SmallMarket.RULE_SET,
                ruleSet.with("sections", ruleSet.object("sections").without("listEffects"))
                        .canonical());
        JsonObject mark = json("{\"issuerId\":\"pty-cac\",\"kind\":\"BLACK\",\"listKind\":\"STATUTORY\","
                + "\"refId\":\"len-1\",\"sectorCodes\":[],\"severity\":\"SERIOUS\"}");
        care.add("PTL!pty-lumen!L", "marks", mark);
        JsonObject request = care.request();
        care.ask(request);

        assertThat(SmallMarket.codes(market.send(
                        CareMarket.LUMEN,
                        io.provenant.ledger.Role.CONSUMER_OFFICER,
                        "usage:decide",
                        JsonObject.empty().with("requestId", request.text("requestId")))))
                .containsExactly("RULESET_NONE");
    }

    private void stop(JsonObject stop) {
        care.market().put("RST!stop-1", stop.canonical());
        care.set("RHD!CN_PIPL", "stopIds", texts("stop-1"));
    }
}
