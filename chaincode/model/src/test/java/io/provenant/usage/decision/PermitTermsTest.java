package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.START_MS;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonBoolean;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.testing.CareMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitTermsTest {

    private static final long DAY_MS = 86_400_000;

    private final CareMarket care = new CareMarket();

    @Test
    void scenario_8_1c_is_permitted_for_a_day_and_one_use() {
        JsonObject decision = care.decide(care.request());

        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(decision.objects("reasons")).isEmpty();
        assertThat(decision.integer("validUntilMs")).isEqualTo(1_772_503_200_000L);
        assertThat(decision.integer("usesMax")).isEqualTo(1);
        assertThat(decision.texts("regimes")).containsExactly("CN_CSL", "CN_DSL", "CN_PIPL");
        assertThat(decision.texts("rulesRun")).containsExactly("R01", "R02", "R03", "R04", "R08", "R09", "R10", "R19");
    }

    @Test
    void duties_are_records_of_their_own_with_ids_of_the_request() {
        JsonObject request = care.request();
        String id = request.text("requestId");

        JsonObject decision = care.decide(request);

        long anchorMs = 1_772_503_200_000L + DAY_MS;
        long deleteMs = Instant.parse("2026-05-01T15:59:59.999Z").toEpochMilli(); // 30 + 30 days after 2026-03-02
        assertThat(decision.objects("duties"))
                .containsExactly(
                        json("{\"dueMs\":" + anchorMs + ",\"dutyId\":\"" + id + ".1\",\"kind\":\"ANCHOR_USAGE\"}"),
                        json("{\"dueMs\":" + deleteMs + ",\"dutyId\":\"" + id + ".2\",\"kind\":\"DELETE\"}"));
        JsonObject duty = care.market().stored("DUT!" + id + ".2");
        assertThat(duty.text("docType")).isEqualTo("Duty");
        assertThat(duty.text("subjectKey")).isEqualTo("DEC!" + id);
        assertThat(duty.text("holderId")).isEqualTo(CareMarket.LUMEN);
        assertThat(duty.text("state")).isEqualTo("OPEN");
        assertThat(duty.integer("dueMs")).isEqualTo(deleteMs);
    }

    @Test
    void a_refusal_has_no_end_no_uses_and_no_duties() {
        JsonObject request = care.request(CareMarket.ORBIT, VERSION).with("automatedDecision", true);

        JsonObject decision = care.decide(request);

        assertThat(decision.text("outcome")).isEqualTo("DENY");
        assertThat(decision.has("validUntilMs")).isFalse();
        assertThat(decision.has("usesMax")).isFalse();
        assertThat(decision.objects("duties")).isEmpty();
        assertThat(care.market().holds("DUT!" + request.text("requestId") + ".1"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ROW, true", "ANSWER, true", "MODEL, true", "AGGREGATE, false"})
    void what_holds_something_of_single_persons_is_deleted_in_the_end(String form, boolean delete) {
        List<String> duties = CareMarket.duties(care.decide(care.request().with("outputForm", form)));

        assertThat(duties.contains("DELETE")).isEqualTo(delete);
    }

    @Test
    void a_decision_by_a_machine_is_explained_and_never_alone() {
        JsonObject decision = care.decide(care.request().with("automatedDecision", true));

        assertThat(CareMarket.duties(decision))
                .containsExactly("ANCHOR_USAGE", "DELETE", "EXPLAIN", "NO_SOLE_AUTOMATION");
        assertThat(decision.objects("duties").get(3).integer("dueMs"))
                .isEqualTo(Instant.parse("2026-03-02T15:59:59.999Z").toEpochMilli());
    }

    @Test
    void the_permit_ends_with_the_first_consent_or_with_retention() {
        care.set("CNS!" + GRANT.consentId(), "validUntilMs", new JsonInteger(START_MS + 5_000));
        assertThat(care.decide(care.request()).integer("validUntilMs")).isEqualTo(START_MS + 5_000);

        care.set("AVR!" + VERSION, "retainUntilMs", new JsonInteger(START_MS + 4_000));
        assertThat(care.decide(care.request()).integer("validUntilMs")).isEqualTo(START_MS + 4_000);
    }

    @Test
    void the_shortest_life_of_rule_set_and_rows_counts() {
        care.market().section("decisionTtlMs", new JsonInteger(2_000));

        assertThat(care.decide(care.request()).integer("validUntilMs")).isEqualTo(START_MS + 2_000);
    }

    @Test
    void biometric_data_is_used_once_and_within_five_minutes() {
        care.set("AVR!" + VERSION, "dataCategories", texts("pvn:Iris"));
        care.set("AVR!" + VERSION, "sensitiveRoots", texts("BIOMETRIC"));
        care.set("CNS!" + GRANT.consentId(), "dataCategories", texts("pvn:Iris"));

        JsonObject decision = care.decide(care.request().with("useCount", 7));

        assertThat(decision.integer("usesMax")).isEqualTo(1);
        assertThat(decision.integer("validUntilMs")).isEqualTo(START_MS + 300_000);
    }

    @Test
    void other_data_is_used_as_often_as_was_asked() {
        assertThat(care.decide(care.request().with("useCount", 7)).integer("usesMax"))
                .isEqualTo(7);
    }

    @Test
    void a_row_of_another_scenario_does_not_count() {
        care.market()
                .section(
                        "protectionTable",
                        io.provenant.canonical.JsonArray.ofObjects(
                                List.of(json("{\"auditAnchorMaxS\":60,\"categoryRootCodes\":[\"pd:MedicalHealth\"],"
                                        + "\"decisionTtlMs\":1,\"level\":\"L1\",\"rowId\":\"P-HEA\","
                                        + "\"scenarioCodes\":[\"INSURANCE\"],\"usageRecordPer\":\"RUN\"}"))));

        assertThat(CareMarket.duties(care.decide(care.request()))).containsExactly("DELETE");
        JsonObject there = care.decide(care.request().with("scenarioCode", "INSURANCE"));
        assertThat(there.integer("validUntilMs")).isEqualTo(START_MS + 1);
        assertThat(there.objects("duties").get(0).integer("dueMs")).isEqualTo(START_MS + 1 + 60_000);
    }

    @Test
    void a_row_that_grants_no_delay_asks_for_records_by_the_permits_end() {
        care.market()
                .section(
                        "protectionTable",
                        io.provenant.canonical.JsonArray.ofObjects(
                                List.of(json("{\"categoryRootCodes\":[\"pd:MedicalHealth\"],\"level\":\"L1\","
                                        + "\"rowId\":\"P-HEA\",\"scenarioCodes\":[],\"usageRecordPer\":\"RUN\"}"))));

        JsonObject decision = care.decide(care.request());

        assertThat(CareMarket.duties(decision)).containsExactly("ANCHOR_USAGE", "DELETE");
        assertThat(decision.objects("duties").get(0).integer("dueMs")).isEqualTo(decision.integer("validUntilMs"));
    }

    @Test
    void a_row_without_roots_is_about_minors() {
        care.market()
                .section(
                        "protectionTable",
                        io.provenant.canonical.JsonArray.ofObjects(
                                List.of(json("{\"auditAnchorMaxS\":60,\"categoryRootCodes\":[],\"level\":\"L1\","
                                        + "\"rowId\":\"P-MINOR\",\"scenarioCodes\":[],\"usageRecordPer\":\"RUN\"}"))));
        assertThat(CareMarket.duties(care.decide(care.request()))).containsExactly("DELETE");

        care.set("AVR!" + VERSION, "containsMinors", new JsonBoolean(true));
        assertThat(CareMarket.duties(care.decide(care.request()))).containsExactly("ANCHOR_USAGE", "DELETE");
    }

    @Test
    void nothing_personal_is_owed_for_data_without_people() {
        care.set("AVR!" + VERSION, "identifiability", new JsonString("NON_PERSONAL"));
        care.set("AVR!" + VERSION, "dataCategories", texts("pvn:WeatherGrid"));

        assertThat(care.decide(care.request()).objects("duties")).isEmpty();
    }
}
