package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.network.identity.Validity;
import io.provenant.proof.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of domain 3a.18 (g); the keys in it are this run's. */
class TrustFileTest {

    private final JsonObject trust = TestMarket.MARKET.trust();

    @Test
    void a_trust_file_is_read_and_written_back_to_the_byte() {
        assertThat(TrustFile.parse(trust.canonicalBytes()).toJson()).isEqualTo(trust);
    }

    @Test
    void the_form_with_certificates_cut_short_is_the_golden_one() {
        JsonObject cut = trust.withObjects(
                "organisations",
                trust.objects("organisations").stream()
                        .map(organisation -> organisation.withTexts(
                                "roots", List.of("-----BEGIN CERTIFICATE-----\n\u2026\n-----END CERTIFICATE-----\n")))
                        .toList());

        byte[] bytes = cut.canonical().getBytes(StandardCharsets.UTF_8);
        assertThat(TestLog.DIGESTS.digest(bytes))
                .hasToString("78a22b2e2f7f7e016e9f7c184ac0823cdf98417548bb6e542a12a93717a3a15c");
    }

    @Test
    void an_attestation_file_with_its_bytes_cut_short_is_the_golden_one() {
        JsonObject cut = new TestAttestation()
                .file()
                .with("signedProposal", "\u2026")
                .with("payload", "\u2026")
                .withObjects(
                        "endorsements",
                        List.of(
                                JsonObject.empty().with("endorser", "\u2026").with("signature", "\u2026"),
                                JsonObject.empty().with("endorser", "\u2026").with("signature", "\u2026")));

        assertThat(TestLog.DIGESTS.digest(cut.canonicalBytes()))
                .hasToString("43c0e4d76bccc93631d484a0bd8d9bb3f0d9418011af9b485738ea899adacf22");
    }

    @Test
    void a_policy_over_an_unknown_organisation_is_refused() {
        JsonObject other = TestMarket.policy(1).withTexts("mspIds", List.of("NobodyMSP"));

        assertRefused(trust.with("policy", other), "policy names an organisation without roots: NobodyMSP");
    }

    @Test
    void a_policy_that_nobody_can_meet_or_that_asks_for_nobody_is_refused() {
        assertRefused(trust.with("policy", TestMarket.policy(4)), "policy asks for 4 of 3 organisations");
        assertRefused(trust.with("policy", TestMarket.policy(0)), "policy asks for 0 of 3 organisations");
    }

    @Test
    void organisations_that_are_one_voice_are_kept_and_counted_once() {
        JsonObject policy = TestMarket.policy(2).withTexts("oneVoice", List.of("AssociationMSP", "ExchangeMSP"));
        JsonObject file = trust.with("policy", policy);

        assertThat(TrustFile.parse(file.canonicalBytes()).toJson()).isEqualTo(file);
        assertRefused(trust.with("policy", policy.with("atLeast", 3)), "policy asks for 3 of 2 organisations");
        assertRefused(trust.with("policy", policy.withTexts("oneVoice", List.of("ExchangeMSP"))), "two or more");
        assertRefused(
                trust.with("policy", policy.withTexts("oneVoice", List.of("ExchangeMSP", "OtherMSP"))), "two or more");
    }

    @Test
    void an_organisation_without_a_root_or_with_one_that_is_no_certificate_is_refused() {
        assertRefused(withRoots(List.of()), "organisation without a root: ExchangeMSP");
        assertRefused(withRoots(List.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")), "PEM");
    }

    @Test
    void a_revocation_list_of_somebody_else_is_refused() {
        String crl = TestMarket.MARKET
                .regulator
                .enrolmentAuthority()
                .revoke(List.of(), Validity.from(TestMarket.NOW, Duration.ofDays(1)));
        JsonObject exchange = TestMarket.trusted(TestMarket.MARKET.exchange).withTexts("crls", List.of(crl));

        assertRefused(with(exchange), "revocation list of no authority of ExchangeMSP");
    }

    private JsonObject withRoots(List<String> roots) {
        return with(TestMarket.trusted(TestMarket.MARKET.exchange).withTexts("roots", roots));
    }

    private JsonObject with(JsonObject exchange) {
        return trust.withObjects(
                "organisations",
                List.of(
                        TestMarket.trusted(TestMarket.MARKET.association),
                        exchange,
                        TestMarket.trusted(TestMarket.MARKET.regulator)));
    }

    private static void assertRefused(JsonObject trust, String why) {
        assertThatThrownBy(() -> Verification.against(trust.canonicalBytes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
