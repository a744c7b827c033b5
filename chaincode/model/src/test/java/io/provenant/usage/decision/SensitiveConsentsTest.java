package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.full;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonBoolean;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.consent.ConsentBodies;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.TestGrant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules R09 and R10 on sensitive data (PIPL 28 to 31): a consent to something broader is none to it. */
class SensitiveConsentsTest {

    private static final String CST = "CNS!" + GRANT.consentId();
    private static final String HEALTH = uuid(0x778);
    private static final TestGrant BROAD = new TestGrant(uuid(0xc77), 5);
    private static final TestGrant OTHER = new TestGrant(uuid(0xc78), 5);

    private final CareMarket care = new CareMarket();

    @Test
    void a_general_consent_to_a_broad_category_is_none_to_what_is_sensitive_below_it() {
        care.give(general(BROAD, "pd:External"));
        care.publish(health(BROAD));

        assertThat(full(care.decide(care.request(CENTER, HEALTH))))
                .containsExactly("R09 BASIS_MISSING " + HEALTH, "R10 SEPARATE_CONSENT " + BROAD.consentId());
    }

    @Test
    void a_separate_consent_to_a_broad_category_names_no_sensitive_head_and_covers_none() {
        care.give(separate(BROAD, "pd:External"));
        care.publish(health(BROAD));

        assertThat(full(care.decide(care.request(LUMEN, HEALTH)))).containsExactly("R09 BASIS_MISSING " + HEALTH);
    }

    @ParameterizedTest
    @CsvSource({
        "BIOMETRIC, pd:Fingerprint, pd:Identifying",
        "FINANCIAL_ACCOUNT, pd:FinancialAccount, pd:Financial",
        "RELIGION, pd:Religion, pd:Internal",
        "SPECIFIC_IDENTITY, pd:Criminal, pd:Social",
        "WHEREABOUTS, pd:Location, pd:Tracking",
        "MINOR_UNDER_14, pvn:MinorUnder14, pd:Age",
    })
    void no_sensitive_head_is_covered_from_above(String root, String category, String broader) {
        care.set("AVR!" + VERSION, "dataCategories", texts(category));
        care.set("AVR!" + VERSION, "sensitiveRoots", texts(root));
        namesNoHead();
        care.set(CST, "dataCategories", texts(broader));
        assertThat(full(care.decide(care.request()))).containsExactly("R09 BASIS_MISSING " + VERSION);

        care.set(CST, "dataCategories", texts(category));
        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_consent_to_one_sensitive_head_is_none_to_another_under_the_same_broad_category() {
        care.set(CST, "dataCategories", texts("pd:External", "pd:HealthRecord"));
        care.set("AVR!" + VERSION, "dataCategories", texts("pd:Fingerprint", "pd:HealthRecord"));

        assertThat(full(care.decide(care.request()))).containsExactly("R09 BASIS_MISSING " + VERSION);
    }

    @Test
    void a_broad_consent_still_covers_what_is_not_sensitive_below_it() {
        care.set(CST, "dataCategories", texts("pd:External", "pd:HealthRecord"));
        care.set("AVR!" + VERSION, "dataCategories", texts("pd:Age", "pd:HealthRecord"));

        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_general_consent_beside_the_separate_one_must_not_reach_the_sensitive_category() {
        care.give(general(BROAD, "pd:Age"));
        care.publish(health(GRANT, BROAD));
        assertThat(care.reasons(care.request(CENTER, HEALTH))).isEmpty();

        care.give(general(OTHER, "pd:External"));
        String wider = uuid(0x779);
        care.publish(health(GRANT, BROAD, OTHER).with("versionId", wider));
        assertThat(full(care.decide(care.request(CENTER, wider))))
                .containsExactly("R10 SEPARATE_CONSENT " + OTHER.consentId());
    }

    @Test
    void a_sensitive_head_that_the_owner_declares_needs_its_consent_whatever_the_categories() {
        care.set("AVR!" + VERSION, "sensitiveRoots", texts("MEDICAL_HEALTH", "WHEREABOUTS"));
        assertThat(full(care.decide(care.request()))).containsExactly("R09 BASIS_MISSING " + VERSION);

        care.give(OTHER.body());
        care.set("CNS!" + OTHER.consentId(), "dataCategories", texts("pd:Location"));
        care.set(
                "AVR!" + VERSION,
                "consents",
                JsonArray.ofObjects(
                        List.of(CareMarket.binding(GRANT.consentId(), 0), CareMarket.binding(OTHER.consentId(), 0))));
        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void a_guardian_consents_to_the_head_of_minors_whatever_the_category() {
        care.set("AVR!" + VERSION, "sensitiveRoots", texts("MEDICAL_HEALTH", "MINOR_UNDER_14"));
        assertThat(full(care.decide(care.request()))).containsExactly("R09 BASIS_MISSING " + VERSION);

        care.set(CST, "guardian", new JsonBoolean(true));
        assertThat(care.reasons(care.request())).isEmpty();
    }

    @Test
    void data_of_minors_needs_separate_consent_whatever_its_category() {
        namesNoHead();
        care.set(CST, "dataCategories", texts("pd:Purchase"));
        care.set(CST, "consentKind", new JsonString("GENERAL"));
        care.set("AVR!" + VERSION, "dataCategories", texts("pd:Purchase"));
        care.set("AVR!" + VERSION, "sensitiveRoots", texts());
        assertThat(care.reasons(care.request(CENTER, VERSION))).isEmpty();

        care.set("AVR!" + VERSION, "containsMinors", new JsonBoolean(true));
        assertThat(full(care.decide(care.request(CENTER, VERSION))))
                .containsExactly("R10 SEPARATE_CONSENT " + GRANT.consentId());
    }

    private void namesNoHead() {
        care.market()
                .put(CST, care.market().stored(CST).without("sensitiveRoot").canonical());
    }

    private JsonObject general(TestGrant grant, String category) {
        return separate(grant, category).with("consentKind", "GENERAL").with("recipientIds", texts());
    }

    // Under a notice of its own, which does not say why the data is needed and what it does to the person.
    private JsonObject separate(TestGrant grant, String category) {
        JsonObject notice = ConsentBodies.notice()
                .with("noticeId", grant.consentId())
                .with("dataCategories", texts(category))
                .with("necessityAndImpact", false);
        care.send(CENTER, Role.CONTROLLER_DPO, "notice:publish", notice);
        return grant.body()
                .without("sensitiveRoot")
                .with("noticeId", grant.consentId())
                .with("dataCategories", texts(category));
    }

    private static JsonObject health(TestGrant... grants) {
        return CareMarket.version(HEALTH, CareMarket.ASSET, CENTER)
                .withObjects(
                        "consents",
                        Arrays.stream(grants)
                                .map(grant -> CareMarket.binding(grant.consentId(), 0))
                                .toList());
    }
}
