package io.provenant.party;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.carrier;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.key;
import static io.provenant.testing.FoundedMarket.member;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.FoundedMarket.seed;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications of members and hosted parties (domain 4.1, 3a.6). */
class ApplyAsPartyTest {

    private static final String USCC = "91440300MA5EXAMP1X";
    private static final JsonObject MEMBER = member("pty-way", USCC, "PROVIDER");
    private static final JsonObject GUEST = hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER", "PROVIDER");
    private static final long LAPSE_MS = TestChannel.START_MS + 30L * 86_400_000;

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @Test
    void a_member_applies_by_its_own_certificate() {
        channel.accept(market.apply(MEMBER));

        JsonObject party = channel.stored("PTY!pty-way");
        assertThat(party.text("state")).isEqualTo("APPLIED");
        assertThat(party.has("partyId")).isFalse(); // it is the id
        assertThat(channel.stored("UID!uscc!" + USCC).text("partyId")).isEqualTo("pty-way");
        assertThat(channel.stored("UID!msp!wayMSP").text("partyId")).isEqualTo("pty-way");
    }

    @Test
    void a_member_may_sign_its_application_as_well() {
        JsonObject application = MEMBER.withObjects("keys", List.of(key("k1", seed("pty-way"), Role.ORG_ADMIN)));

        channel.accept(market.signed(
                "pty-way", seed("pty-way"), officer("pty-way", Role.ORG_ADMIN), "party:apply", application));
    }

    @Test
    void a_hosted_party_applies_by_its_first_key() {
        channel.accept(market.applyHosted(GUEST));

        JsonObject party = channel.stored("PTY!pty-medcenter");
        assertThat(party.text("byParty")).isEqualTo("pty-medcenter");
        assertThat(party.text("byMsp")).isEqualTo("ExchangeMSP");
        assertThat(party.texts("mspIds")).isEmpty();
        assertThat(party.text("hostId")).isEqualTo("pty-exchange");
        assertThat(channel.holds("PTL!pty-medcenter!A")).isFalse(); // heads come with activation
    }

    @Test
    void any_members_gateway_carries_an_application() {
        channel.accept(market.signed(HOSTED, seed(HOSTED), carrier(ASSOCIATION), "party:apply", GUEST));

        assertThat(channel.stored("PTY!pty-medcenter").text("byMsp")).isEqualTo("AssociationMSP");
    }

    @Test
    void a_host_cannot_apply_for_a_party_of_its_own_making() {
        assertThat(channel.codes(Call.of(carrier(EXCHANGE), "party:apply", GUEST)))
                .containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void a_certificate_that_names_the_guest_is_no_signature() {
        Invoker posing = TestChannel.certificate("ExchangeMSP", HOSTED, "org.admin", "somebody00");

        assertThat(channel.codes(Call.of(posing, "party:apply", GUEST))).containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void a_key_that_the_applicant_does_not_hold_is_not_accepted() {
        Call forged = market.signed(HOSTED, seed("somebody else"), carrier(EXCHANGE), "party:apply", GUEST);

        assertThat(channel.codes(forged)).containsExactly("SIGNATURE_INVALID");
    }

    @Test
    void only_the_first_key_proves_possession() {
        JsonObject two = GUEST.withObjects(
                "keys", List.of(key("k0", seed("other"), Role.ORG_ADMIN), key("k1", seed(HOSTED), Role.ORG_ADMIN)));

        assertThat(channel.codes(market.applyHosted(two))).containsExactly("KEY_NOT_VALID");
    }

    @Test
    void the_first_key_must_be_that_of_an_administrator() {
        JsonObject weak = GUEST.withObjects("keys", List.of(key("k1", seed(HOSTED), Role.CONSUMER_OFFICER)));

        assertThat(channel.codes(market.applyHosted(weak))).containsExactly("KEY_NOT_VALID");
    }

    @Test
    void a_member_applies_for_nobody_else() {
        assertThat(channel.codes(Call.of(officer(EXCHANGE, Role.ORG_ADMIN), "party:apply", MEMBER)))
                .containsExactly("NOT_YOURS");
    }

    @Test
    void a_member_brings_the_msp_of_its_certificate_and_no_other() {
        Invoker stranger = TestChannel.certificate("StrangerMSP", "pty-way", "org.admin", "somebody00");

        assertThat(channel.codes(Call.of(stranger, "party:apply", MEMBER))).containsExactly("INVOKER_UNKNOWN");
        assertThat(channel.codes(market.apply(MEMBER.with("mspIds", texts("RegulatorMSP", "wayMSP")))))
                .containsExactly("INVOKER_UNKNOWN");
    }

    @Test
    void an_officer_who_is_no_administrator_does_not_apply() {
        assertThat(channel.codes(Call.of(officer("pty-way", Role.PROVIDER_OFFICER), "party:apply", MEMBER)))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void an_id_in_use_is_refused() {
        channel.accept(market.applyHosted(GUEST));

        assertThat(channel.codes(market.applyHosted(GUEST.with("uscc", USCC)))).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void a_code_in_use_is_refused() {
        channel.accept(market.apply(MEMBER));

        assertThat(channel.codes(market.applyHosted(GUEST.with("uscc", USCC)))).containsExactly("UID_TAKEN");
        assertThat(channel.codes(market.applyHosted(GUEST.with("uscc", "91440300EXAMPLE001"))))
                .containsExactly("UID_TAKEN");
    }

    @Test
    void an_msp_has_one_party() {
        Invoker second = TestChannel.certificate("RegulatorMSP", "pty-second", "org.admin", "somebody00");
        JsonObject application = member("pty-second", USCC, "CONSUMER").with("mspIds", texts("RegulatorMSP"));

        assertThat(channel.codes(Call.of(second, "party:apply", application))).containsExactly("UID_TAKEN");
    }

    @Test
    void an_application_gives_its_codes_up_after_thirty_days() {
        channel.accept(market.apply(MEMBER));
        JsonObject next = GUEST.with("uscc", USCC);

        assertThat(channel.at(LAPSE_MS).codes(market.applyHosted(next))).containsExactly("UID_TAKEN");
        assertThat(channel.at(LAPSE_MS + 1).codes(market.applyHosted(next))).isEmpty();
        assertThat(channel.stored("UID!uscc!" + USCC).text("partyId")).isEqualTo(HOSTED);
        assertThat(channel.stored("UID!uscc!" + USCC).integer("rev")).isEqualTo(2);
    }

    @Test
    void a_verified_party_keeps_its_codes() {
        channel.accept(market.apply(MEMBER));
        market.verify("pty-way", "PROVIDER");

        assertThat(channel.at(LAPSE_MS + 1).codes(market.applyHosted(GUEST.with("uscc", USCC))))
                .containsExactly("UID_TAKEN");
    }

    @Test
    void a_host_that_does_not_exist_hosts_nobody() {
        assertThat(channel.codes(market.applyHosted(GUEST.with("hostId", "pty-nowhere"))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void a_guest_hosts_nobody() {
        market.withHosted();
        JsonObject second = hosted("pty-second", USCC, "CONSUMER").with("hostId", HOSTED);

        assertThat(channel.codes(market.applyHosted(second))).containsExactly("PARTY_NOT_ACTIVE");
    }

    private record Change(String says, UnaryOperator<JsonObject> change, String code) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Stream<Change> malformed() {
        return Stream.of(
                new Change("no credit code in China", body -> body.without("uscc"), "INPUT_MALFORMED"),
                new Change("a LEI in China", body -> body.with("lei", "5493001KJTIIGC8Y1R12"), "INPUT_MALFORMED"),
                new Change("no LEI abroad", body -> body.with("countryRegion", "DE"), "INPUT_MALFORMED"),
                new Change("a code with a letter too many", body -> body.with("uscc", USCC + "1"), "INPUT_MALFORMED"),
                new Change("a guest without a key", body -> body.withObjects("keys", List.of()), "INPUT_MALFORMED"),
                new Change("a guest without a host", body -> body.without("hostId"), "INPUT_MALFORMED"),
                new Change("a guest with an MSP", body -> body.with("mspIds", texts("ExchangeMSP")), "INPUT_MALFORMED"),
                new Change(
                        "a regulator without a field",
                        body -> body.with("roles", texts("REGULATOR")),
                        "INPUT_MALFORMED"),
                new Change("no role", body -> body.with("roles", texts()), "INPUT_MALFORMED"),
                new Change("an unknown role", body -> body.with("roles", texts("KING")), "INPUT_MALFORMED"),
                new Change("a state of its own", body -> body.with("state", "ACTIVE"), "INPUT_MALFORMED"),
                new Change("an unknown class", body -> body.with("recipientClassCode", "GUILD"), "CODE_UNKNOWN"),
                new Change(
                        "a short public key",
                        body -> withKey(body, key -> key.with("publicKey", Base64Url.encode(new byte[31]))),
                        "INPUT_MALFORMED"),
                new Change(
                        "a key that is over before it begins",
                        body -> withKey(body, key -> key.with("untilMs", 1_772_323_200_000L)),
                        "INPUT_MALFORMED"),
                new Change(
                        "a key that is revoked already",
                        body -> withKey(body, key -> key.with("revokedMs", 1_772_323_200_001L)),
                        "INPUT_MALFORMED"),
                new Change(
                        "a founder's key",
                        body -> withKey(body, key -> key.with("roles", texts("market.founder"))),
                        "INPUT_MALFORMED"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void an_unsound_application_is_refused(Change change) {
        JsonObject body = change.change().apply(GUEST);

        assertThat(channel.codes(market.applyHosted(body))).containsExactly(change.code());
        assertThat(channel.holds("PTY!pty-medcenter")).isFalse();
    }

    @Test
    void a_party_abroad_has_a_lei() {
        JsonObject abroad = GUEST.without("uscc").with("countryRegion", "DE").with("lei", "5493001KJTIIGC8Y1R12");

        channel.accept(market.applyHosted(abroad));

        assertThat(channel.stored("UID!lei!5493001KJTIIGC8Y1R12").text("partyId"))
                .isEqualTo(HOSTED);
    }

    @Test
    void a_members_key_of_a_wrong_length_is_malformed() {
        JsonObject key = key("k1", seed("pty-way"), Role.ORG_ADMIN).with("publicKey", "AAAA");

        assertThat(channel.codes(market.apply(MEMBER.withObjects("keys", List.of(key)))))
                .containsExactly("INPUT_MALFORMED");
    }

    private static JsonObject withKey(JsonObject body, UnaryOperator<JsonObject> change) {
        return body.withObjects(
                "keys", List.of(change.apply(body.objects("keys").get(0))));
    }
}
