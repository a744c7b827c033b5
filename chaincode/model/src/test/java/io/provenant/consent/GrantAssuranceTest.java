package io.provenant.consent;

import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INV-C15: assurance is somebody else's word, over these exact bytes. */
class GrantAssuranceTest {

    private static final TestDigests DIGESTS = new TestDigests();
    private static final byte[] HOST_SEED = seed("host");
    private static final byte[] AGENT_SEED = seed("agent");
    private static final byte[] CONTROLLER_SEED = seed("controller");
    private static final byte[] SUBJECT_SEED = seed("subject");
    private static final Digest MEMBER = FiveMembers.memberCommit(0);

    private final SmallMarket market = new SmallMarket()
            .party("pty-medcenter", List.of(key(CONTROLLER_SEED, "controller.dpo")), PartyRole.CONTROLLER)
            .party("pty-exchange", List.of(key(HOST_SEED, "host.gateway")), PartyRole.EXCHANGE)
            .party("pty-agent", List.of(key(AGENT_SEED, "subject.agent")), PartyRole.SUBJECT_AGENT);

    @BeforeEach
    void notice_is_published() {
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", ConsentBodies.notice());
        accredit("pty-agent");
    }

    @Test
    void a_host_attests() {
        assertThat(give(attested("HOST_ATTESTED", "pty-exchange", HOST_SEED))).isEmpty();
    }

    @Test
    void an_agent_attests_with_an_accreditation_only() {
        JsonObject body = attested("AGENT_ATTESTED", "pty-agent", AGENT_SEED);
        market.put(
                "RLG!pty-agent!SUBJECT_AGENT",
                "{\"fromMs\":1600000000000,\"rev\":2,\"state\":\"REVOKED\",\"untilMs\":1900000000000}");
        assertThat(give(body)).containsExactly("ROLE_NOT_ALLOWED");

        accredit("pty-agent");
        assertThat(give(body)).isEmpty();
    }

    @Test
    void a_hosted_party_is_no_host_whatever_roles_its_keys_claim() {
        JsonObject hosted = market.stored("PTY!pty-exchange")
                .with("kind", "HOSTED")
                .with("hostId", "pty-medcenter")
                .withTexts("mspIds", List.of());
        market.put("PTY!pty-exchange", hosted.canonical());

        assertThat(give(attested("HOST_ATTESTED", "pty-exchange", HOST_SEED))).containsExactly("KEY_NOT_VALID");
    }

    @Test
    void a_key_of_another_role_attests_nothing() {
        assertThat(give(attested("HOST_ATTESTED", "pty-agent", AGENT_SEED))).containsExactly("KEY_NOT_VALID");
    }

    @Test
    void a_party_that_has_left_attests_nothing() {
        market.put(
                "PTY!pty-exchange",
                market.stored("PTY!pty-exchange").with("state", "EXITED").canonical());

        assertThat(give(attested("HOST_ATTESTED", "pty-exchange", HOST_SEED))).containsExactly("KEY_NOT_VALID");
    }

    @Test
    void a_key_attests_from_its_first_millisecond_until_before_its_last() {
        JsonObject body = attested("HOST_ATTESTED", "pty-exchange", HOST_SEED);
        hostKey("fromMs", market.nowMs() + 1);
        assertThat(give(body)).containsExactly("KEY_NOT_VALID");
        hostKey("untilMs", market.nowMs());
        assertThat(give(body)).containsExactly("KEY_NOT_VALID");

        hostKey("fromMs", market.nowMs());
        assertThat(give(body)).isEmpty();
    }

    @Test
    void a_signature_over_other_bytes_or_by_another_key_attests_nothing() {
        JsonObject body = attested("HOST_ATTESTED", "pty-exchange", HOST_SEED);
        assertThat(give(body.with("retentionDays", 364))).containsExactly("SIGNATURE_INVALID");
        assertThat(give(attested("HOST_ATTESTED", "pty-exchange", AGENT_SEED))).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void a_recipient_or_a_company_of_the_controllers_group_attests_nothing() {
        JsonObject recipient = ConsentBodies.grant().with("recipientIds", texts("pty-exchange", "pty-lumen"));
        assertThat(give(attested(recipient, "HOST_ATTESTED", "pty-exchange", HOST_SEED)))
                .contains("NOT_INDEPENDENT");

        market.group("grp-g", "pty-exchange", "pty-medcenter");
        assertThat(give(attested("HOST_ATTESTED", "pty-exchange", HOST_SEED))).containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void a_subject_signs_with_the_key_of_its_leaf() {
        assertThat(give(subjectSigned(SUBJECT_SEED, MEMBER))).isEmpty();
    }

    @Test
    void a_subject_with_a_key_of_somebody_elses_making_signs_nothing() {
        JsonObject other = subjectSigned(SUBJECT_SEED, MEMBER).with("population", population(seed("somebody"), MEMBER));
        assertThat(give(resigned(other, SUBJECT_SEED, MEMBER))).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void one_subject_signs_for_no_population() {
        JsonObject many = population(SUBJECT_SEED, MEMBER).with("size", 1_000_000);
        JsonObject body = subjectSigned(SUBJECT_SEED, MEMBER).with("population", many);

        assertThat(give(resigned(body, SUBJECT_SEED, MEMBER))).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void what_an_agent_sends_the_controller_has_signed() {
        JsonObject body = ConsentBodies.grant();
        assertThat(sentByAgent(body)).containsExactly("SIGNATURE_INVALID");
        assertThat(sentByAgent(body.with("controllerSignature", signature(body, AGENT_SEED))))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(sentByAgent(body.with("controllerSignature", signature(body, CONTROLLER_SEED))))
                .isEmpty();
    }

    @Test
    void an_agent_sends_with_an_accreditation_in_force_only() {
        JsonObject body = ConsentBodies.grant();
        JsonObject signed = body.with("controllerSignature", signature(body, CONTROLLER_SEED));
        long nowMs = market.nowMs();

        for (JsonObject without : List.of(
                accreditation("REVOKED", nowMs - 1, nowMs + 1),
                accreditation("GRANTED", nowMs + 1, nowMs + 2),
                accreditation("GRANTED", nowMs - 1, nowMs))) {
            market.put("RLG!pty-agent!SUBJECT_AGENT", without.canonical());
            assertThat(sentByAgent(signed)).as(without.canonical()).containsExactly("ROLE_NOT_ALLOWED");
        }
        market.state().values().remove("RLG!pty-agent!SUBJECT_AGENT");
        assertThat(sentByAgent(signed)).containsExactly("ROLE_NOT_ALLOWED");
        market.put(
                "RLG!pty-agent!SUBJECT_AGENT",
                accreditation("GRANTED", nowMs, nowMs + 1).canonical());
        assertThat(sentByAgent(signed)).isEmpty();
    }

    private static JsonObject accreditation(String state, long fromMs, long untilMs) {
        return JsonObject.empty()
                .with("state", state)
                .with("fromMs", fromMs)
                .with("untilMs", untilMs)
                .with("rev", 1);
    }

    private static JsonObject attested(String assurance, String party, byte[] seed) {
        return attested(ConsentBodies.grant(), assurance, party, seed);
    }

    private static JsonObject attested(JsonObject grant, String assurance, String party, byte[] seed) {
        JsonObject body = grant.with("assurance", assurance);
        return body.with("attestation", signature(body, seed).with("partyId", party));
    }

    private static JsonObject subjectSigned(byte[] seed, Digest member) {
        JsonObject body =
                ConsentBodies.grant().with("assurance", "SUBJECT_SIGNED").with("population", population(seed, member));
        return resigned(body, seed, member);
    }

    private static JsonObject resigned(JsonObject body, byte[] seed, Digest member) {
        JsonObject key = JsonObject.empty()
                .with("alg", "ED25519")
                .with("publicKey", FiveMembers.base64(TestSignatures.publicKey(seed)))
                .with("memberCommit", member.hex());
        JsonObject unsigned = body.with("attestation", JsonObject.of("subject", key));
        JsonObject subject = key.with("signature", signature(unsigned, seed).text("signature"));
        return body.with(
                "attestation",
                signature(unsigned, AGENT_SEED).with("partyId", "pty-agent").with("subject", subject));
    }

    private static JsonObject population(byte[] seed, Digest member) {
        Digest hash = DIGESTS.digest(Framing.of("pvn/withdraw-key/v1")
                .part("ED25519")
                .part(TestSignatures.publicKey(seed))
                .bytes());
        return JsonObject.empty()
                .with("memberRoot", FiveMembers.leaf(member, hash).hex())
                .with("size", 1);
    }

    private static JsonObject signature(JsonObject body, byte[] seed) {
        byte[] bytes = ConsentStatement.bytes(SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX, body);
        return JsonObject.empty()
                .with("alg", "ED25519")
                .with("keyId", "k1")
                .with("signature", FiveMembers.base64(TestSignatures.sign(seed, bytes)));
    }

    private static JsonObject key(byte[] seed, String role) {
        return JsonObject.empty()
                .with("alg", "ED25519")
                .with("fromMs", 1_600_000_000_000L)
                .with("keyId", "k1")
                .with("person", "person00aa")
                .with("publicKey", FiveMembers.base64(TestSignatures.publicKey(seed)))
                .with("roles", texts(role))
                .with("untilMs", 1_900_000_000_000L);
    }

    private void hostKey(String member, long ms) {
        JsonObject key = key(HOST_SEED, "host.gateway").with(member, ms);
        market.put(
                "PTY!pty-exchange",
                market.stored("PTY!pty-exchange")
                        .withObjects("keys", List.of(key))
                        .canonical());
    }

    private void accredit(String agent) {
        market.put(
                "RLG!" + agent + "!SUBJECT_AGENT",
                "{\"fromMs\":1600000000000,\"rev\":1,\"state\":\"GRANTED\",\"untilMs\":1900000000000}");
    }

    private List<String> sentByAgent(JsonObject body) {
        return codes(market.send("pty-agent", Role.SUBJECT_AGENT, "consent:give", body));
    }

    private List<String> give(JsonObject body) {
        return codes(market.send("pty-medcenter", Role.CONTROLLER_DPO, "consent:give", body));
    }

    private static byte[] seed(String word) {
        return DIGESTS.sha256(word.getBytes(StandardCharsets.US_ASCII));
    }
}
