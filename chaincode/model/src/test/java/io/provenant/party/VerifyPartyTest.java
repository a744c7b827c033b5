package io.provenant.party;

import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.member;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verification of applicants (domain 4.1), by an exchange that has nothing to do with them. */
class VerifyPartyTest {

    private static final String USCC = "12440300MA5EXAMP4X";
    private static final JsonObject GUEST = hosted(HOSTED, USCC, "CONTROLLER", "PROVIDER");

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void an_application() {
        channel.accept(market.applyHosted(GUEST));
    }

    @Test
    void the_exchange_sets_roles_and_class_and_keeps_the_papers() {
        market.verify(HOSTED, "CONTROLLER");

        JsonObject party = channel.stored("PTY!pty-medcenter");
        assertThat(party.text("state")).isEqualTo("VERIFIED");
        assertThat(party.texts("roles")).containsExactly("CONTROLLER");
        assertThat(party.text("recipientClassCode")).isEqualTo("ENTERPRISE");
        assertThat(party.objects("documents").get(0).has("privateHash")).isTrue();
        assertThat(party.integer("rev")).isEqualTo(2);
        assertThat(channel.holds("PTG!pty-medcenter")).isFalse(); // absent: no group
    }

    @Test
    void a_group_is_written_where_it_is_found() {
        channel.accept(verify(market.verification(HOSTED, "CONTROLLER").with("groupId", "grp-peak")));

        assertThat(channel.stored("PTG!pty-medcenter").text("groupId")).isEqualTo("grp-peak");
        JsonObject row = channel.stored("GRP!grp-peak!pty-medcenter");
        assertThat(row.text("groupId")).isEqualTo("grp-peak");
        assertThat(row.text("partyId")).isEqualTo(HOSTED);
    }

    @Test
    void keys_that_are_over_drop_out() {
        long over = 1_803_859_200_000L;
        channel.accept(verify(market.verification(HOSTED, "CONTROLLER")));
        assertThat(channel.stored("PTY!pty-medcenter").objects("keys")).hasSize(1);

        JsonObject late = hosted("pty-late", "12440300MA5EXAMP5X", "CONTROLLER");
        channel.at(over - 1).accept(market.applyHosted(late));
        channel.at(over).accept(verify(market.verification("pty-late", "CONTROLLER")));
        assertThat(channel.stored("PTY!pty-late").objects("keys")).isEmpty();
    }

    @Test
    void papers_are_cited() {
        JsonObject nothing = market.verification(HOSTED, "CONTROLLER").withObjects("documents", List.of());
        JsonObject nowhere = market.verification(HOSTED, "CONTROLLER");
        JsonObject paper = nowhere.objects("documents").get(0).with("docKey", "f".repeat(32));

        assertThat(channel.codes(verify(nothing))).containsExactly("DOCUMENT_MISSING");
        assertThat(channel.codes(verify(nowhere.withObjects("documents", List.of(paper)))))
                .containsExactly("DOCUMENT_MISSING");
    }

    @ParameterizedTest
    @EnumSource(
            value = io.provenant.ledger.PartyRole.class,
            names = {"EXCHANGE", "ASSOCIATION", "COURT", "PROCURATORATE", "REGISTRY"})
    void a_guest_gets_no_role_of_an_authority(io.provenant.ledger.PartyRole role) {
        assertThat(channel.codes(verify(market.verification(HOSTED, role.name()))))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void an_authority_has_no_group() {
        channel.accept(market.apply(member("pty-court", "11440300MA5EXAMP6X", "COURT")));

        assertThat(channel.codes(
                        verify(market.verification("pty-court", "COURT").with("groupId", "grp-peak"))))
                .containsExactly("NOT_COMPETENT");
    }

    @Test
    void a_regulator_without_a_field_is_none() {
        channel.accept(market.apply(member("pty-nhc", "11440300MA5EXAMP7X", "PUBLIC_BODY")));

        assertThat(channel.codes(verify(market.verification("pty-nhc", "REGULATOR"))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void an_exchange_verifies_nobody_of_its_own_group() {
        channel.state()
                .put(
                        "PTG!pty-exchange",
                        channel.stored("PTG!pty-exchange")
                                .with("groupId", "grp-x")
                                .canonical());

        assertThat(channel.codes(
                        verify(market.verification(HOSTED, "CONTROLLER").with("groupId", "grp-x"))))
                .containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void an_exchange_verifies_nobody_who_shares_its_group_already() {
        for (String party : List.of(EXCHANGE, HOSTED)) {
            channel.state()
                    .put(
                            "PTG!" + party,
                            JsonObject.empty()
                                    .with("rev", 1)
                                    .with("groupId", "grp-x")
                                    .canonical());
        }

        assertThat(channel.codes(verify(market.verification(HOSTED, "CONTROLLER"))))
                .containsExactly("NOT_INDEPENDENT");
    }

    @Test
    void an_exchange_does_not_verify_itself() {
        channel.state()
                .put(
                        "PTY!pty-exchange",
                        channel.stored("PTY!pty-exchange")
                                .with("state", "APPLIED")
                                .canonical());
        JsonObject itself = market.verification(HOSTED, "CONTROLLER").with("partyId", EXCHANGE);

        assertThat(channel.codes(verify(itself))).contains("PARTY_NOT_ACTIVE");
    }

    @Test
    void a_stale_revision_is_refused() {
        assertThat(channel.codes(
                        verify(market.verification(HOSTED, "CONTROLLER").with("rev", 2))))
                .containsExactly("REV_MISMATCH");
    }

    @Test
    void a_party_that_nobody_knows_is_not_found() {
        assertThat(channel.codes(verify(market.verification("pty-nowhere", "CONTROLLER"))))
                .containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(value = PartyState.class, mode = EnumSource.Mode.EXCLUDE, names = "APPLIED")
    void only_an_application_is_verified(PartyState state) {
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("state", state.name())
                                .canonical());

        assertThat(channel.codes(verify(market.verification(HOSTED, "CONTROLLER"))))
                .containsExactly("STATE_ILLEGAL");
    }

    @Test
    void a_lapsed_application_goes_no_further() {
        JsonObject verification = market.verification(HOSTED, "CONTROLLER");
        long lapse = TestChannel.START_MS + 30L * 86_400_000;

        assertThat(channel.at(lapse + 1).codes(verify(verification))).containsExactly("STATE_ILLEGAL");
        assertThat(channel.at(lapse).codes(verify(verification))).isEmpty();
    }

    @Test
    void a_code_that_went_to_the_next_applicant_does_not_come_back_by_an_old_time() {
        long lapse = TestChannel.START_MS + 30L * 86_400_000;
        JsonObject verification = market.verification(HOSTED, "CONTROLLER");
        channel.at(lapse + 1).accept(market.apply(member("pty-way", USCC, "CONTROLLER")));

        assertThat(channel.at(lapse).codes(verify(verification))).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void nobody_but_an_exchange_verifies() {
        JsonObject verification = market.verification(HOSTED, "CONTROLLER");

        assertThat(channel.codes(Call.of(officer(REGULATOR, Role.REGULATOR_OFFICER), "party:verify", verification)))
                .containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(Call.of(officer(REGULATOR, Role.EXCHANGE_OFFICER), "party:verify", verification)))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void roles_ascend() {
        JsonObject body = market.verification(HOSTED, "CONTROLLER").with("roles", texts("PROVIDER", "CONTROLLER"));

        assertThat(channel.codes(verify(body))).containsExactly("INPUT_MALFORMED");
    }

    private static Call verify(JsonObject body) {
        return Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "party:verify", body);
    }
}
