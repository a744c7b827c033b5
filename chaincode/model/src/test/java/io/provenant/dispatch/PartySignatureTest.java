package io.provenant.dispatch;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.carrier;
import static io.provenant.testing.FoundedMarket.golden;
import static io.provenant.testing.FoundedMarket.key;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.FoundedMarket.seed;
import static io.provenant.testing.FoundedMarket.sign;
import static io.provenant.testing.SmallMarket.CHANNEL;
import static io.provenant.testing.SmallMarket.FOUNDED_TX;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.consent.ConsentBodies;
import io.provenant.ledger.Role;
import io.provenant.party.SignedCommand;
import io.provenant.testing.CareMarket;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak for a party (domain 3.4, 3a.9): its own key, whoever carries it; never its host. */
class PartySignatureTest {

    private static final long DAY_MS = 86_400_000;
    private static final JsonObject ASSET = CareMarket.asset("ast-med", HOSTED);
    private static final byte[] GOLDEN_SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private final FoundedMarket market = new FoundedMarket().withHosted();
    private final TestChannel channel = market.channel();

    @Test
    void the_golden_request_is_signed_over_its_golden_bytes() {
        JsonObject envelope = StrictJsonReader.parseObject(golden("signed-request-envelope.json"));
        JsonObject actor = envelope.object("actor");

        byte[] bytes = SignedCommand.bytes(CHANNEL, FOUNDED_TX, "usage:request", envelope.object("body"), actor);

        assertThat(bytes).hasSize(772);
        assertThat(hash(bytes)).isEqualTo("2a6641ea6d01cd2dd9b8b40a8a2127e1e6428e48ea329de5a2c48c66df8c3bd6");
        assertThat(Base64Url.encode(TestSignatures.sign(GOLDEN_SEED, bytes))).isEqualTo(actor.text("signature"));
    }

    @Test
    void the_golden_fulfilment_is_signed_over_its_golden_bytes() {
        JsonObject body = json("{\"dutyId\":\"dut-7\",\"rev\":1}").with("evidenceCommit", "0".repeat(64));
        JsonObject actor = json("{\"keyId\":\"k1\",\"notAfterMs\":1772503200000,\"partyId\":\"pty-lumen\"}");

        byte[] bytes = SignedCommand.bytes(CHANNEL, FOUNDED_TX, "duty:fulfil", body, actor);

        assertThat(bytes).hasSize(294);
        assertThat(hash(bytes)).isEqualTo("5b3dbd25bbd21a991aa5a1f1e3d934885aae92a37f0675a00106127ebacbab62");
        assertThat(HexFormat.of().formatHex(TestSignatures.sign(GOLDEN_SEED, bytes)))
                .isEqualTo("787af26386b16df79e70403b1721a9e0378f2c426d690ce7c60680c3d3f828a9"
                        + "7c1e39ce5441235ba3f8634768d94f6ca296062fbf588c020634125096c87b00");
    }

    @Test
    void an_agents_key_acts_with_an_accreditation_only_whoever_carries_it() {
        channel.state()
                .put(
                        "PTY!" + HOSTED,
                        channel.stored("PTY!" + HOSTED)
                                .withTexts("roles", List.of("SUBJECT_AGENT"))
                                .withObjects("keys", List.of(key("k1", seed(HOSTED), Role.SUBJECT_AGENT)))
                                .canonical());
        Call give = market.signed(HOSTED, seed(HOSTED), carrier(REGULATOR), "consent:give", ConsentBodies.grant());

        assertThat(channel.codes(give)).containsExactly("ROLE_NOT_ALLOWED");
        channel.state()
                .put(
                        "RLG!" + HOSTED + "!SUBJECT_AGENT",
                        json("{\"fromMs\":1,\"rev\":1,\"state\":\"GRANTED\",\"untilMs\":4000000000000}")
                                .canonical());
        assertThat(channel.codes(give)).doesNotContain("ROLE_NOT_ALLOWED").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXCHANGE, REGULATOR, ASSOCIATION})
    void any_members_gateway_carries_a_signed_command(String member) {
        channel.accept(declare(carrier(member)));

        JsonObject asset = channel.stored("AST!ast-med");
        assertThat(asset.text("byParty")).isEqualTo(HOSTED);
        assertThat(asset.text("byRole")).isEqualTo("provider.officer"); // the key's, not the carrier's
        assertThat(asset.text("byMsp")).isEqualTo(FoundedMarket.mspId(member));
    }

    @Test
    void only_a_gateway_carries() {
        assertThat(channel.codes(declare(officer(EXCHANGE, Role.EXCHANGE_OFFICER))))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void a_carrier_that_left_carries_nothing() {
        channel.state()
                .put(
                        "PTY!pty-assoc",
                        channel.stored("PTY!pty-assoc").with("state", "EXITED").canonical());

        assertThat(channel.codes(declare(carrier(ASSOCIATION)))).containsExactly("PARTY_NOT_ACTIVE");
        assertThat(channel.codes(declare(carrier(REGULATOR)))).isEmpty();
    }

    @Test
    void a_carrier_has_the_msp_of_its_party() {
        Invoker posing = TestChannel.certificate("StrangerMSP", ASSOCIATION, "host.gateway", "somebody00");

        assertThat(channel.codes(declare(posing))).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_host_does_not_speak_for_its_guest() {
        assertThat(channel.codes(Call.of(carrier(EXCHANGE), "asset:declare", ASSET)))
                .containsExactly("ROLE_NOT_ALLOWED");

        channel.state()
                .put(
                        "PTY!pty-exchange",
                        channel.stored("PTY!pty-exchange")
                                .with("roles", texts("EXCHANGE", "PROVIDER"))
                                .canonical());
        assertThat(channel.codes(Call.of(officer(EXCHANGE, Role.PROVIDER_OFFICER), "asset:declare", ASSET)))
                .containsExactly("NOT_YOURS");
    }

    @Test
    void a_certificate_that_names_the_guest_is_not_the_guest() {
        Invoker posing = TestChannel.certificate("ExchangeMSP", HOSTED, "provider.officer", "somebody00");

        assertThat(channel.codes(Call.of(posing, "asset:declare", ASSET))).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void nobody_signs_for_another_member() {
        JsonObject asset = CareMarket.asset("ast-x", REGULATOR);
        Call call = market.signed(REGULATOR, seed("forged"), carrier(EXCHANGE), "asset:declare", asset);

        assertThat(channel.codes(call)).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_party_that_nobody_knows_does_not_sign() {
        Call call = market.signed("pty-nowhere", seed(HOSTED), carrier(EXCHANGE), "asset:declare", ASSET);

        assertThat(channel.codes(call)).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_guest_that_is_not_active_does_nothing() {
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("state", "VERIFIED")
                                .canonical());

        assertThat(channel.codes(declare(carrier(EXCHANGE)))).containsExactly("PARTY_NOT_ACTIVE");
    }

    @Test
    void a_signature_of_another_channel_is_worth_nothing_here() {
        assertThat(channel.codes(with(bytesOn("market-2", FOUNDED_TX)))).containsExactly("SIGNATURE_INVALID");
        assertThat(channel.codes(declare(carrier(EXCHANGE)).on("market-2"))).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void a_signature_of_another_market_is_worth_nothing_here() {
        assertThat(channel.codes(with(bytesOn(CHANNEL, "b".repeat(64))))).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void a_signature_covers_body_command_actor_and_end() {
        Call call = declare(carrier(EXCHANGE));
        JsonObject actor = call.actor().orElseThrow();

        assertThat(channel.codes(Call.of(carrier(EXCHANGE), "asset:declare", ASSET.with("titleCommit", "9".repeat(64)))
                        .actor(actor)))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(channel.codes(call.actor(actor.with("notAfterMs", channel.nowMs() + 1))))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(channel.codes(call.actor(actor.with("actorCommit", "0".repeat(64)))))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(channel.codes(call)).isEmpty();
    }

    @Test
    void a_signature_over_the_commitment_of_the_person_counts() {
        JsonObject actor = actor(channel.nowMs()).with("actorCommit", "c".repeat(64));

        channel.accept(with(sign(seed(HOSTED), "asset:declare", ASSET, actor)));

        assertThat(channel.stored("AST!ast-med").text("actorCommit")).isEqualTo("c".repeat(64));
    }

    @ParameterizedTest
    @CsvSource({"-1, SIGNATURE_EXPIRED", "0, ", "86400000, ", "86400001, SIGNATURE_EXPIRED"})
    void a_signature_lives_a_day_at_most(long ahead, String code) {
        JsonObject actor = actor(channel.nowMs() + ahead);

        assertThat(channel.codes(with(sign(seed(HOSTED), "asset:declare", ASSET, actor))))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_signed_command_that_is_replayed_does_nothing() {
        Call call = declare(carrier(EXCHANGE));
        channel.accept(call);

        assertThat(channel.codes(call)).containsExactly("ALREADY_EXISTS");
        assertThat(channel.codes(call.by(carrier(ASSOCIATION)))).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void a_replayed_approval_writes_nothing() {
        JsonObject body = FoundedMarket.activation("pty-next", ASSOCIATION);
        channel.accept(market.apply(FoundedMarket.member("pty-next", "91440300MA5EXAMP9X", "CONSUMER")));
        market.verify("pty-next", "CONSUMER");
        Call approval = FoundedMarket.approve(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER), "party:activate", body);
        channel.accept(approval);
        channel.accept(FoundedMarket.activate(body));

        assertThat(channel.accept(approval).writes()).isEmpty();
        assertThat(channel.codes(FoundedMarket.activate(body))).containsExactly("REV_MISMATCH", "STATE_ILLEGAL");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"keyId\":\"k2\"}, KEY_NOT_VALID",
        "'{\"roles\":[\"consumer.officer\"]}', KEY_NOT_VALID",
        "{\"fromMs\":1772416800001}, KEY_NOT_VALID",
        "{\"untilMs\":1772416800000}, KEY_NOT_VALID",
        "{\"untilMs\":1772416800001}, ",
        "{\"revokedMs\":1772416800000}, KEY_NOT_VALID",
        "{\"revokedMs\":1772416800001}, ",
        "{\"alg\":\"ECDSA_P256\"}, SIGNATURE_INVALID"
    })
    void a_key_is_known_valid_and_has_the_role(String change, String code) {
        JsonObject key = key("k1", seed(HOSTED), Role.PROVIDER_OFFICER).withAll(json(change));
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .withObjects("keys", List.of(key))
                                .canonical());

        assertThat(channel.codes(declare(carrier(EXCHANGE)))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_key_for_a_role_that_the_party_does_not_hold_is_worth_nothing() {
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("roles", texts("CONSUMER"))
                                .canonical());

        assertThat(channel.codes(declare(carrier(EXCHANGE)))).containsExactly("KEY_NOT_VALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyId", "notAfterMs", "partyId", "signature"})
    void half_an_actor_is_malformed(String member) {
        Call call = declare(carrier(EXCHANGE));

        assertThat(channel.codes(call.actor(call.actor().orElseThrow().without(member))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_signature_has_one_spelling() {
        Call call = declare(carrier(EXCHANGE));
        JsonObject actor = call.actor().orElseThrow();
        String signature = actor.text("signature");

        assertThat(channel.codes(call.actor(actor.with("signature", signature + "=="))))
                .containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(call.actor(actor.with("signature", signature + "AA"))))
                .containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void a_member_may_sign_as_well_and_then_the_signature_counts() {
        JsonObject own = key("k1", seed(EXCHANGE), Role.EXCHANGE_OFFICER);
        channel.state()
                .put(
                        "PTY!pty-exchange",
                        channel.stored("PTY!pty-exchange")
                                .withObjects("keys", List.of(own))
                                .canonical());
        channel.accept(market.applyHosted(FoundedMarket.hosted("pty-next", "91440300MA5EXAMP9X", "CONSUMER")));
        JsonObject body = market.verification("pty-next", "CONSUMER");
        Invoker officer = officer(EXCHANGE, Role.EXCHANGE_OFFICER);

        assertThat(channel.codes(market.signed(EXCHANGE, seed("forged"), officer, "party:verify", body)))
                .containsExactly("SIGNATURE_INVALID");
        channel.accept(market.signed(EXCHANGE, seed(EXCHANGE), officer, "party:verify", body));
        assertThat(channel.stored("PTY!pty-next").text("byRole")).isEqualTo("exchange.officer");
    }

    @Test
    void a_member_signs_where_the_rule_set_says_so() {
        FoundedMarket strict = new FoundedMarket(DefaultRules.sections().with("signedCommands", texts("party:verify")));
        strict.channel().accept(strict.applyHosted(FoundedMarket.hosted("pty-next", "91440300MA5EXAMP9X", "CONSUMER")));
        strict.channel()
                .state()
                .put(
                        "PTY!pty-exchange",
                        strict.channel()
                                .stored("PTY!pty-exchange")
                                .withObjects("keys", List.of(key("k1", seed(EXCHANGE), Role.EXCHANGE_OFFICER)))
                                .canonical());
        JsonObject body = strict.verification("pty-next", "CONSUMER");
        Invoker officer = officer(EXCHANGE, Role.EXCHANGE_OFFICER);

        assertThat(strict.channel().codes(Call.of(officer, "party:verify", body)))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(strict.channel().codes(strict.signed(EXCHANGE, seed(EXCHANGE), officer, "party:verify", body)))
                .isEmpty();
    }

    @Test
    void a_tick_lends_nobody_a_role() {
        Call tick = market.signed(HOSTED, seed(HOSTED), carrier(EXCHANGE), "market:tick", JsonObject.empty());

        channel.at(TestChannel.START_MS + DAY_MS).accept(tick);

        assertThat(channel.stored("TIK!market").text("byParty")).isEqualTo(EXCHANGE);
        assertThat(channel.stored("TIK!market").text("byRole")).isEqualTo("host.gateway");
    }

    private Call declare(Invoker carrier) {
        return market.signed(HOSTED, seed(HOSTED), carrier, "asset:declare", ASSET);
    }

    private static Call with(JsonObject actor) {
        return Call.of(carrier(EXCHANGE), "asset:declare", ASSET).actor(actor);
    }

    private JsonObject bytesOn(String otherChannel, String foundedTx) {
        JsonObject actor = actor(channel.nowMs());
        byte[] bytes = SignedCommand.bytes(otherChannel, foundedTx, "asset:declare", ASSET, actor);
        return actor.with("signature", Base64Url.encode(TestSignatures.sign(seed(HOSTED), bytes)));
    }

    private static JsonObject actor(long notAfterMs) {
        return json("{\"keyId\":\"k1\"}").with("partyId", HOSTED).with("notAfterMs", notAfterMs);
    }

    private static String hash(byte[] bytes) {
        return new TestDigests().digest(bytes).hex();
    }
}
