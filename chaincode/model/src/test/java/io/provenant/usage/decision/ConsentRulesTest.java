package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.full;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonBoolean;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.testing.CareMarket;
import io.provenant.testing.TestGrant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R08, R09, R10 and R19: every consent of every personal version is judged. */
class ConsentRulesTest {

    private static final String CST = GRANT.consentId();
    private static final TestGrant SECOND = new TestGrant(uuid(0xc02), 3);

    private final CareMarket care = new CareMarket();

    @Test
    void a_purpose_that_the_grant_does_not_cover_is_refused() {
        assertThat(full(care.decide(care.request().with("purposeCode", "dpv:ScientificResearch"))))
                .containsExactly("R08 PURPOSE_NOT_GRANTED " + CST);
    }

    @Test
    void a_narrower_purpose_is_covered_and_a_broader_one_is_not() {
        care.set("CNS!" + CST, "purposeCode", new JsonString("dpv:PersonalisedAdvertising"));
        assertThat(care.reasons(care.request().with("purposeCode", "dpv:TargetedAdvertising")))
                .isEmpty();

        care.set("CNS!" + CST, "purposeCode", new JsonString("dpv:TargetedAdvertising"));
        assertThat(care.reasons(care.request().with("purposeCode", "dpv:PersonalisedAdvertising")))
                .containsExactly("PURPOSE_NOT_GRANTED");
    }

    @Test
    void a_prohibited_purpose_is_refused_even_where_somebody_granted_it() {
        care.set("CNS!" + CST, "purposeCode", new JsonString("pvn:Reidentification"));

        assertThat(full(care.decide(care.request().with("purposeCode", "pvn:Reidentification"))))
                .containsExactly("R08 PURPOSE_PROHIBITED");
    }

    @Test
    void what_is_narrower_than_a_prohibited_purpose_is_prohibited() {
        care.market().section("prohibitedPurposes", texts("dpv:PersonalisedAdvertising"));
        care.set("CNS!" + CST, "purposeCode", new JsonString("dpv:TargetedAdvertising"));

        assertThat(care.reasons(care.request().with("purposeCode", "dpv:TargetedAdvertising")))
                .containsExactly("PURPOSE_PROHIBITED");
    }

    @Test
    void every_consent_of_a_version_counts() {
        String both = bindBoth(SECOND.body().with("purposeCode", "dpv:ScientificResearch"));

        assertThat(full(care.decide(care.request(CareMarket.LUMEN, both))))
                .containsExactly("R08 PURPOSE_NOT_GRANTED " + SECOND.consentId());
    }

    @Test
    void every_version_of_a_request_counts() {
        care.give(SECOND.body().with("purposeCode", "dpv:ScientificResearch"));
        String other = uuid(12);
        care.publish(version(other, SECOND));

        assertThat(full(care.decide(care.request(CareMarket.LUMEN, VERSION, other))))
                .containsExactly("R08 PURPOSE_NOT_GRANTED " + SECOND.consentId());
    }

    @Test
    void de_identification_alone_is_no_basis() {
        String bare = uuid(9);
        care.publish(CareMarket.version(bare, CareMarket.ASSET, CareMarket.CENTER)
                .with("consents", JsonArray.ofObjects(List.of())));

        assertThat(full(care.decide(care.request(CareMarket.LUMEN, bare))))
                .containsExactly("R09 BASIS_MISSING " + bare);
    }

    @Test
    void a_category_that_no_grant_covers_has_no_basis() {
        String wider = uuid(9);
        care.publish(CareMarket.version(wider, CareMarket.ASSET, CareMarket.CENTER)
                .with("dataCategories", texts("pd:Age", "pd:HealthRecord")));

        assertThat(full(care.decide(care.request(CareMarket.LUMEN, wider))))
                .containsExactly("R09 BASIS_MISSING " + wider);
    }

    @Test
    void a_grant_of_a_broader_category_covers_the_narrower_one() {
        care.set("CNS!" + CST, "dataCategories", texts("pd:MedicalHealth"));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_category_that_is_not_personal_needs_no_basis() {
        String mixed = uuid(9);
        care.publish(CareMarket.version(mixed, CareMarket.ASSET, CareMarket.CENTER)
                .with("dataCategories", texts("pd:HealthRecord", "pvn:WeatherGrid")));

        assertThat(care.reasons(care.request(CareMarket.LUMEN, mixed))).isEmpty();
    }

    @Test
    void a_grant_that_names_regimes_covers_no_other() {
        care.set("CNS!" + CST, "regimes", texts("CN_CSL", "CN_PIPL"));

        assertThat(full(care.decide(care.request()))).containsExactly("R09 BASIS_MISSING " + VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVOKED", "INVALIDATED", "UNKNOWN"})
    void a_grant_that_is_not_valid_carries_nothing(String state) {
        care.set("CNS!" + CST, "state", new JsonString(state));

        assertThat(full(care.decide(care.request()))).containsExactly("R09 CONSENT_INVALID " + CST);
    }

    @Test
    void a_renewed_grant_is_valid() {
        care.set("CNS!" + CST, "state", new JsonString("RENEWED"));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_grant_ends_at_its_millisecond() {
        long until = care.market().stored("CNS!" + CST).integer("validUntilMs");
        care.set("AVR!" + VERSION, "retainUntilMs", new io.provenant.canonical.JsonInteger(until + 10));
        care.market().at(until - 1);
        assertThat(care.reasons(care.request())).isEmpty();

        care.market().at(until);
        assertThat(full(care.decide(care.request()))).containsExactly("R09 CONSENT_EXPIRED " + CST);
    }

    @Test
    void a_grant_of_one_person_that_is_withdrawn_refuses_every_mode() {
        TestGrant one = new TestGrant(uuid(0xc03), 1);
        care.give(one.body());
        String version = uuid(13);
        care.publish(version(version, one));
        assertThat(care.reasons(care.request(CareMarket.LUMEN, version))).isEmpty();

        care.withdraw(one, 0);

        for (String mode : List.of("TEE", "RAW_FILE")) {
            assertThat(full(care.decide(care.request(CareMarket.LUMEN, version).with("deliveryMode", mode))))
                    .containsExactly("R09 CONSENT_WITHDRAWN " + one.consentId());
        }
    }

    @Test
    void a_vendor_that_nobody_consented_to_is_refused() {
        assertThat(full(care.decide(care.request(CareMarket.ORBIT, VERSION))))
                .containsExactly("R19 RECIPIENT " + CST, "R10 SEPARATE_CONSENT " + CST);
    }

    @Test
    void a_further_recipient_outside_the_grant_is_refused() {
        assertThat(full(care.decide(care.request().with("recipientIds", texts("pty-lumen", "pty-orbit")))))
                .containsExactly("R19 RECIPIENT " + CST);
    }

    @Test
    void the_consumer_counts_also_where_it_leaves_itself_out_of_the_recipients() {
        assertThat(care.reasons(care.request(CareMarket.ORBIT, VERSION).with("recipientIds", texts())))
                .containsExactly("RECIPIENT", "SEPARATE_CONSENT");
    }

    @Test
    void own_use_by_the_controller_is_covered() {
        assertThat(care.reasons(care.request(CareMarket.CENTER, VERSION))).isEmpty();
    }

    @Test
    void own_use_does_not_waive_what_the_grant_says() {
        care.set("CNS!" + CST, "consentKind", new JsonString("GENERAL"));

        assertThat(full(care.decide(care.request(CareMarket.CENTER, VERSION))))
                .containsExactly("R10 SEPARATE_CONSENT " + CST); // sensitive
    }

    @Test
    void data_that_is_not_sensitive_needs_separate_consent_for_others_only() {
        care.set("CNS!" + CST, "consentKind", new JsonString("GENERAL"));
        care.set("CNS!" + CST, "dataCategories", texts("pd:Purchase"));
        care.market()
                .put(
                        "CNS!" + CST,
                        care.market()
                                .stored("CNS!" + CST)
                                .without("sensitiveRoot")
                                .canonical());
        care.set("AVR!" + VERSION, "dataCategories", texts("pd:Purchase"));
        care.set("AVR!" + VERSION, "sensitiveRoots", texts());

        assertThat(care.reasons(care.request(CareMarket.CENTER, VERSION))).isEmpty();
        assertThat(care.reasons(care.request())).containsExactly("SEPARATE_CONSENT");
    }

    @Test
    void categories_that_became_sensitive_since_need_separate_consent() {
        care.set("CNS!" + CST, "consentKind", new JsonString("GENERAL"));
        care.market()
                .put(
                        "CNS!" + CST,
                        care.market()
                                .stored("CNS!" + CST)
                                .without("sensitiveRoot")
                                .canonical());

        assertThat(care.reasons(care.request(CareMarket.CENTER, VERSION))).containsExactly("SEPARATE_CONSENT");
    }

    @ParameterizedTest
    @CsvSource({"dpv:Disseminate, publicationAllowed", "dpv:Analyse, "})
    void a_published_output_needs_a_grant_that_says_so(String op, String flag) {
        JsonObject request = care.request().with("ops", texts(op));
        assertThat(care.reasons(request)).isEqualTo(flag == null ? List.of() : List.of("SEPARATE_CONSENT"));

        if (flag != null) {
            care.set("CNS!" + CST, flag, new JsonBoolean(true));
            assertThat(care.reasons(care.request().with("ops", texts(op)))).isEmpty();
        }
    }

    @Test
    void use_abroad_needs_a_grant_that_says_so() {
        assertThat(full(care.decide(care.request().with("region", "DE"))))
                .containsExactly("R10 SEPARATE_CONSENT " + CST);

        care.set("CNS!" + CST, "crossBorder", new JsonBoolean(true));
        assertThat(care.reasons(care.request().with("region", "DE"))).isEmpty();
    }

    @Test
    void a_district_at_home_is_home() {
        assertThat(care.reasons(care.request().with("region", "440300"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpv:CrossBorderTransfer", "dpv:Share", "dpv:Transfer"})
    void passing_on_needs_a_grant_that_says_so(String op) {
        assertThat(full(care.decide(care.request().with("ops", texts(op)))))
                .containsExactly("R19 ONWARD_TRANSFER " + CST);

        care.set("CNS!" + CST, "onwardAllowed", new JsonBoolean(true));
        assertThat(care.reasons(care.request().with("ops", texts(op)))).isEmpty();
    }

    @Test
    void consents_of_a_version_that_is_not_personal_are_not_judged() {
        care.set("AVR!" + VERSION, "identifiability", new JsonString("NON_PERSONAL"));

        assertThat(care.reasons(care.request(CareMarket.ORBIT, VERSION))).isEmpty();
    }

    @Test
    void a_grant_that_does_not_exist_is_not_valid() {
        care.market().state().values().remove("CNS!" + CST);

        assertThat(full(care.decide(care.request())))
                .containsExactly("R09 BASIS_MISSING " + VERSION, "R09 CONSENT_INVALID " + CST);
    }

    private String bindBoth(JsonObject second) {
        care.give(second);
        String both = uuid(11);
        care.publish(CareMarket.version(both, CareMarket.ASSET, CareMarket.CENTER)
                .withObjects(
                        "consents", List.of(CareMarket.binding(CST, 0), CareMarket.binding(SECOND.consentId(), 0))));
        return both;
    }

    private static JsonObject version(String id, TestGrant grant) {
        return CareMarket.version(id, CareMarket.ASSET, CareMarket.CENTER)
                .withObjects("consents", List.of(CareMarket.binding(grant.consentId(), 0)));
    }
}
