package io.provenant.consent;

import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GiveConsentTest {

    private static final String RENEWAL = "11111111-2222-4333-8444-555555555555";

    private final SmallMarket market = new SmallMarket()
            .party("pty-medcenter", PartyRole.CONTROLLER, PartyRole.PROVIDER)
            .party("pty-other", PartyRole.CONTROLLER);

    @BeforeEach
    void notice_is_published() {
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", ConsentBodies.notice());
    }

    @Test
    void a_sound_grant_is_given_with_its_head_and_its_place_on_the_screen() {
        assertThat(give(ConsentBodies.grant())).isEmpty();

        JsonObject grant = market.stored("CNS!" + FiveMembers.CONSENT_ID);
        assertThat(grant.text("state")).isEqualTo("GIVEN");
        assertThat(grant.has("consentId")).isFalse();
        JsonObject head = market.stored("CNH!" + FiveMembers.CONSENT_ID);
        assertThat(head.integer("generation")).isZero();
        assertThat(head.integer("acknowledgedCount")).isZero();
        JsonObject screen = market.stored("CNI!5e1d9c40-2f7b-4a63-b8d1-0c9e8f7a6b53!pvn:AIModelTraining");
        assertThat(screen.without("updatedTx").canonical())
                .isEqualTo("{\"consentId\":\"" + FiveMembers.CONSENT_ID + "\",\"docType\":\"ConsentOfScreen\","
                        + "\"id\":\"5e1d9c40-2f7b-4a63-b8d1-0c9e8f7a6b53!pvn:AIModelTraining\",\"rev\":1,"
                        + "\"schemaVersion\":\"1.0.0\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"noticeHash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}' | NOTICE_NOT_CURRENT",
                "'{\"retentionDays\":366}' | CONSENT_BEYOND_NOTICE",
                "'{\"recipientIds\":[\"pty-lumen\",\"pty-orbit\"]}' | CONSENT_BEYOND_NOTICE",
                "'{\"purposeCode\":\"dpv:DirectMarketing\"}' | CONSENT_BEYOND_NOTICE",
                "'{\"processingOps\":[]}' | CONSENT_CORE_MISSING",
                "'{\"collectionMethod\":\"SDK\"}' | CONSENT_CORE_MISSING",
                "'{\"collectionMethod\":\"SENSOR\"}' | CONSENT_CORE_MISSING",
                "'{\"regimes\":[\"EU_GDPR\"]}' | CONSENT_CORE_MISSING",
                "'{\"purposeCode\":\"dpv:ServiceManagement\"}' | CONSENT_VAGUE",
                "'{\"separatelyRefusable\":false}' | CONSENT_BUNDLED",
                "'{\"conditionality\":\"NECESSARY_FOR_SERVICE\"}' | CONSENT_COERCED",
                "'{\"consentKind\":\"GENERAL\"}' | CONSENT_SEPARATE_NEEDED",
                "'{\"sensitiveRoot\":\"WHEREABOUTS\"}' | CONSENT_SEPARATE_NEEDED",
                "'{\"allowedRegions\":[\"CN\",\"DE\"]}' | CONSENT_SEPARATE_NEEDED",
                "'{\"storageRegions\":[\"DE\"]}' | CONSENT_SEPARATE_NEEDED",
                "'{\"guardian\":true}' | CONSENT_GUARDIAN_NEEDED",
                "'{\"withdrawalMethodCode\":\"LETTER\"}' | WITHDRAWAL_CHANNEL",
                "'{\"validUntilMs\":1803952800001}' | CONSENT_DURATION",
                "'{\"validUntilMs\":1772416800000}' | CONSENT_DURATION",
                "'{\"assurance\":\"HOST_ATTESTED\"}' | SIGNATURE_INVALID",
                "'{\"noticeVersion\":2}' | NOT_FOUND",
                "'{\"renewsId\":\"11111111-2222-4333-8444-555555555555\"}' | NOT_FOUND",
                "'{\"controllerId\":\"pty-other\"}' | NOT_YOURS",
                "'{\"contextCode\":\"ELSEWHERE\"}' | CODE_UNKNOWN",
            })
    void one_unsound_member_is_refused_for_its_one_reason(String change, String code) {
        assertThat(give(ConsentBodies.grant().withAll(json(change)))).containsExactly(code);
        assertThat(market.holds("CNS!" + FiveMembers.CONSENT_ID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"regimes\":[]}"})
    void a_grant_without_regimes_needs_the_special_basis_of_the_markets_own(String regimes) {
        theMarketIsUnderTheGdprToo();
        JsonObject grant = ConsentBodies.grant().withAll(json(regimes));

        assertThat(give(grant)).containsExactly("CONSENT_CORE_MISSING");
        assertThat(give(grant.with("specialBasis", "EU_9_2_a"))).isEmpty();
    }

    @Test
    void a_grant_for_home_alone_needs_no_special_basis_of_another_regime_of_the_market() {
        theMarketIsUnderTheGdprToo();

        assertThat(give(ConsentBodies.grant().with("regimes", texts("CN_PIPL"))))
                .isEmpty();
    }

    @Test
    void all_reasons_of_the_last_step_are_told_together() {
        JsonObject body = ConsentBodies.grant()
                .with("separatelyRefusable", false)
                .with("conditionality", "NECESSARY_FOR_SERVICE")
                .with("withdrawalMethodCode", "LETTER");

        assertThat(give(body)).containsExactly("CONSENT_BUNDLED", "CONSENT_COERCED", "WITHDRAWAL_CHANNEL");
    }

    @Test
    void one_screen_asks_for_a_purpose_once() {
        give(ConsentBodies.grant());

        assertThat(give(ConsentBodies.grant().with("consentId", "11111111-2222-4333-8444-555555555555")))
                .containsExactly("CONSENT_BUNDLED");
    }

    @Test
    void a_grant_is_given_once() {
        give(ConsentBodies.grant());

        assertThat(give(ConsentBodies.grant())).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void a_renewal_is_a_new_record_that_names_the_old_one() {
        give(ConsentBodies.grant());

        assertThat(give(renewal(FiveMembers.CONSENT_ID))).isEmpty();
        assertThat(market.stored("CNS!" + RENEWAL).text("state")).isEqualTo("RENEWED");
        assertThat(market.stored("CNS!" + FiveMembers.CONSENT_ID).integer("rev"))
                .isEqualTo(1);
    }

    @Test
    void a_renewal_may_be_renewed_after_it_has_expired_and_under_a_newer_notice() {
        give(ConsentBodies.grant());
        give(renewal(FiveMembers.CONSENT_ID));
        JsonObject newer = ConsentBodies.notice().with("versionNo", 2);
        market.at(ConsentBodies.grant().integer("validUntilMs") + 1)
                .accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", newer);
        String next = "22222222-2222-4333-8444-555555555555";
        JsonObject again = renewal(RENEWAL)
                .with("consentId", next)
                .with("interactionId", next)
                .with("noticeVersion", 2)
                .with("validUntilMs", market.nowMs() + 1);

        assertThat(give(again)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REVOKED", "INVALIDATED", "UNKNOWN"})
    void what_carries_no_processing_is_not_renewed(String state) {
        give(ConsentBodies.grant());
        JsonObject ended = market.stored("CNS!" + FiveMembers.CONSENT_ID).with("state", state);
        market.put("CNS!" + FiveMembers.CONSENT_ID, ended.canonical());

        assertThat(give(renewal(FiveMembers.CONSENT_ID))).containsExactly("STATE_ILLEGAL");
        assertThat(market.holds("CNS!" + RENEWAL)).isFalse();
    }

    @Test
    void a_person_who_withdrew_gives_anew_and_renews_nothing() {
        TestGrant own = new TestGrant("33333333-2222-4333-8444-555555555555", 1);
        give(own.body());
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "consent:withdraw", own.withdrawal(0));

        assertThat(give(renewal(own.consentId()))).containsExactly("CONSENT_WITHDRAWN");
        assertThat(give(renewal(own.consentId()).without("renewsId"))).isEmpty();
    }

    @Test
    void of_many_persons_those_who_stayed_may_renew() {
        TestGrant five = new TestGrant("33333333-2222-4333-8444-555555555555", 5);
        give(five.body());
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "consent:withdraw", five.withdrawal(0));

        assertThat(give(renewal(five.consentId()))).isEmpty();
    }

    @Test
    void nobody_renews_for_another_purpose() {
        market.accept(
                "pty-medcenter",
                Role.CONTROLLER_DPO,
                "notice:publish",
                ConsentBodies.notice()
                        .with("versionNo", 2)
                        .withTexts("purposeCodes", List.of("dpv:DirectMarketing", "pvn:AIModelTraining")));
        give(ConsentBodies.grant());
        JsonObject other =
                renewal(FiveMembers.CONSENT_ID).with("noticeVersion", 2).with("purposeCode", "dpv:DirectMarketing");

        assertThat(give(other)).containsExactly("PURPOSE_NOT_GRANTED");
        assertThat(give(other.without("renewsId"))).isEmpty();
    }

    @Test
    void nobody_renews_what_another_controller_was_given() {
        give(ConsentBodies.grant());
        JsonObject foreign = market.stored("CNS!" + FiveMembers.CONSENT_ID).with("controllerId", "pty-other");
        market.put("CNS!" + FiveMembers.CONSENT_ID, foreign.canonical());

        assertThat(give(renewal(FiveMembers.CONSENT_ID))).containsExactly("NOT_YOURS");
    }

    @Test
    void a_notice_that_does_not_say_why_does_not_carry_sensitive_data() {
        JsonObject silent = ConsentBodies.notice().with("versionNo", 2).with("necessityAndImpact", false);
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", silent);

        assertThat(give(ConsentBodies.grant().with("noticeVersion", 2))).containsExactly("CONSENT_SEPARATE_NEEDED");
    }

    @Test
    void a_notice_of_tomorrow_is_not_current() {
        JsonObject later = ConsentBodies.notice().with("versionNo", 2).with("effectiveFromMs", market.nowMs() + 1);
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", later);

        assertThat(give(ConsentBodies.grant().with("noticeVersion", 2))).containsExactly("NOTICE_NOT_CURRENT");
    }

    @Test
    void minors_need_guardian_and_rules() {
        JsonObject rules = ConsentBodies.notice()
                .with("versionNo", 2)
                .with("dataCategories", texts("pd:Child"))
                .with("minorRulesHash", "e".repeat(64));
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", rules);
        JsonObject grant = ConsentBodies.grant()
                .with("noticeVersion", 2)
                .with("dataCategories", texts("pd:Child"))
                .with("sensitiveRoot", "MINOR_UNDER_14");

        assertThat(give(grant)).containsExactly("CONSENT_GUARDIAN_NEEDED");
        assertThat(give(grant.with("guardian", true))).isEmpty();
    }

    @Test
    void a_population_below_the_markets_least_is_too_small() {
        market.section("minPopulation", new JsonInteger(6));

        assertThat(give(ConsentBodies.grant())).containsExactly("POPULATION_TOO_SMALL");
    }

    @Test
    void a_paper_that_nobody_deposited_is_missing() {
        JsonObject paper = json("{\"collection\":\"_implicit_org_MedcenterMSP\",\"depositorId\":\"pty-medcenter\","
                + "\"docKey\":\"00112233445566778899aabbccddeeff\",\"kindCode\":\"CONSENT_SET\"}");
        JsonObject body = ConsentBodies.grant().withObjects("documents", List.of(paper));

        assertThat(give(body)).containsExactly("DOCUMENT_MISSING");
        market.state()
                .putPrivateHash(
                        "_implicit_org_MedcenterMSP",
                        "PVD!pty-medcenter!00112233445566778899aabbccddeeff",
                        new Digest("f".repeat(64)));
        assertThat(give(body)).isEmpty();
        assertThat(market.stored("CNS!" + FiveMembers.CONSENT_ID)
                        .objects("documents")
                        .get(0)
                        .text("privateHash"))
                .isEqualTo("f".repeat(64));
    }

    private static JsonObject renewal(String renewed) {
        return ConsentBodies.grant()
                .with("consentId", RENEWAL)
                .with("interactionId", RENEWAL)
                .with("renewsId", renewed);
    }

    private void theMarketIsUnderTheGdprToo() {
        market.put(
                "MKT!founding",
                market.stored("MKT!founding")
                        .with("regimes", texts("CN_PIPL", "EU_GDPR"))
                        .canonical());
    }

    private List<String> give(JsonObject body) {
        return codes(market.send("pty-medcenter", Role.CONTROLLER_DPO, "consent:give", body));
    }
}
