package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.testing.SmallMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders get wrong or try, through the route and the real rules: each has its code and says what to do. */
class BadInputTest {

    // RFC 8410 section 10.3: the example key, and section 10.1 its public key
    private static final PrivateKey KEY = PartySigner.readKey("""
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """);
    private static final String PUBLIC = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE";

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
        JsonObject key = JsonObject.empty()
                .with("keyId", "k1")
                .with("alg", "ED25519")
                .with("publicKey", PUBLIC)
                .with("person", "doctor000000")
                .withTexts("roles", List.of("controller.dpo"))
                .with("fromMs", 1_700_000_000_000L)
                .with("untilMs", 1_800_000_000_000L);
        JsonObject clinic = JsonObject.empty()
                .with("kind", "HOSTED")
                .with("hostId", "pty-exchange")
                .with("state", "ACTIVE")
                .with("rev", 1)
                .withTexts("mspIds", List.of())
                .withTexts("roles", List.of("CONTROLLER"))
                .withObjects("keys", List.of(key));
        gateway.market.put("PTY!pty-clinic", clinic.canonical());
    }

    @Test
    void a_hosted_partys_own_signature_is_what_counts_and_sent_again_it_writes_nothing() {
        JsonObject notice = notice();
        JsonObject actor =
                signer(SmallMarket.FOUNDED_TX, "k1", TestGateway.CLOCK).sign("notice:publish", notice);

        Answer sent = carry(notice, actor);
        Answer replayed = carry(notice, actor);

        assertThat(sent.status()).as(sent.json().canonical()).isEqualTo(201);
        assertRefused(replayed, "ALREADY_EXISTS", "choose a new id");
    }

    @Test
    void a_body_that_was_changed_behind_the_signature_is_refused() {
        JsonObject notice = notice();
        JsonObject actor =
                signer(SmallMarket.FOUNDED_TX, "k1", TestGateway.CLOCK).sign("notice:publish", notice);

        assertRefused(carry(notice.with("retentionDays", 3_000), actor), "SIGNATURE_INVALID", "sign the bytes");
    }

    @Test
    void a_signature_for_another_market_or_another_command_is_refused() {
        JsonObject notice = notice();
        JsonObject elsewhere = signer("b".repeat(64), "k1", TestGateway.CLOCK).sign("notice:publish", notice);
        JsonObject other =
                signer(SmallMarket.FOUNDED_TX, "k1", TestGateway.CLOCK).sign("consent:give", notice);

        assertRefused(carry(notice, elsewhere), "SIGNATURE_INVALID", "channel and foundedTx of this market");
        assertRefused(carry(notice, other), "SIGNATURE_INVALID", "sign the bytes");
    }

    @Test
    void a_signature_that_has_expired_or_ends_too_late_is_refused() {
        JsonObject notice = notice();
        Clock yesterday = Clock.offset(TestGateway.CLOCK, Duration.ofDays(-1));
        Clock tomorrow = Clock.offset(TestGateway.CLOCK, Duration.ofDays(1));

        assertRefused(
                carry(notice, signer(SmallMarket.FOUNDED_TX, "k1", yesterday).sign("notice:publish", notice)),
                "SIGNATURE_EXPIRED",
                "sign again");
        assertRefused(
                carry(notice, signer(SmallMarket.FOUNDED_TX, "k1", tomorrow).sign("notice:publish", notice)),
                "SIGNATURE_EXPIRED",
                "inside 24 h");
    }

    @Test
    void a_key_that_the_party_does_not_have_is_refused() {
        JsonObject notice = notice();

        assertRefused(
                carry(
                        notice,
                        signer(SmallMarket.FOUNDED_TX, "k2", TestGateway.CLOCK).sign("notice:publish", notice)),
                "KEY_NOT_VALID",
                "register one");
    }

    @Test
    void an_actor_with_half_a_signature_is_malformed() {
        Answer answer =
                carry(notice(), JsonObject.empty().with("partyId", "pty-clinic").with("keyId", "k1"));

        assertRefused(answer, "INPUT_MALFORMED", "correct the field");
        assertThat(answer.json().objects("errors").get(0).text("pointer")).isEqualTo("/actor");
    }

    @Test
    void a_stale_revision_is_refused_with_both_numbers() {
        Answer answer = gateway.command(
                "officer",
                "party:activate",
                JsonObject.empty()
                        .with("partyId", "pty-clinic")
                        .with("rev", 7)
                        .withTexts("approverIds", List.of("pty-cac")));

        assertThat(answer.codes()).contains("REV_MISMATCH");
        assertThat(answer.json().text("detail"))
                .contains("expected=1")
                .contains("found=7")
                .contains("read again, decide again");
    }

    @Test
    void a_withdrawal_without_its_opening_is_malformed() {
        JsonObject body = JsonObject.empty()
                .with("consentId", UUID.randomUUID().toString())
                .with("leafIndex", 3)
                .with("memberCommit", "a".repeat(64))
                .with("withdrawKeyHash", "b".repeat(64))
                .withTexts("proof", List.of());

        Answer answer = gateway.command("dpo", "consent:withdraw", body);

        assertThat(answer.status()).isIn(403, 422);
        assertThat(gateway.post(
                                "gateway",
                                "/api/v1/commands/consent/withdraw",
                                "application/json",
                                JsonObject.of("body", body).canonical())
                        .codes())
                .containsExactly("INPUT_MALFORMED");
    }

    private static void assertRefused(Answer answer, String code, String advice) {
        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly(code);
        assertThat(answer.json().text("detail")).contains(advice);
    }

    private static Answer carry(JsonObject body, JsonObject actor) {
        return gateway.post(
                "gateway",
                "/api/v1/commands/notice/publish",
                "application/json",
                JsonObject.of("body", body).with("actor", actor).canonical());
    }

    private static PartySigner signer(String foundedTx, String keyId, Clock clock) {
        return new PartySigner(SmallMarket.CHANNEL, foundedTx, "pty-clinic", keyId, KEY, Duration.ofHours(1), clock);
    }

    private static JsonObject notice() {
        return CommandRoutesTest.notice().with("controllerId", "pty-clinic");
    }
}
