package io.provenant.party;

import static io.provenant.testing.FoundedMarket.ASSOCIATION;
import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.REGULATOR;
import static io.provenant.testing.FoundedMarket.activate;
import static io.provenant.testing.FoundedMarket.activation;
import static io.provenant.testing.FoundedMarket.approve;
import static io.provenant.testing.FoundedMarket.hosted;
import static io.provenant.testing.FoundedMarket.member;
import static io.provenant.testing.FoundedMarket.officer;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Activation with approvals (domain 4.1, INV-P9). */
class ActivatePartyTest {

    private static final String DAY_APPOINTMENT = "55555555-2222-4333-8444-555555555555";
    private static final JsonObject ACTIVATION = activation(HOSTED, ASSOCIATION);

    private final FoundedMarket market = new FoundedMarket();
    private final TestChannel channel = market.channel();

    @BeforeEach
    void a_verified_party() {
        channel.accept(market.applyHosted(hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER", "PROVIDER")));
        market.verify(HOSTED, "CONTROLLER", "PROVIDER");
    }

    @ParameterizedTest
    @CsvSource({"pty-assoc, ASSOCIATION_OFFICER", "pty-cac, REGULATOR_OFFICER"})
    void one_approval_of_association_or_regulator_lets_a_party_act(String approver, Role role) {
        JsonObject activation = activation(HOSTED, approver);
        channel.accept(approve(officer(approver, role), "party:activate", activation));

        channel.accept(activate(activation));

        assertThat(channel.stored("PTY!pty-medcenter").text("state")).isEqualTo("ACTIVE");
        assertThat(channel.stored("PTY!pty-medcenter").integer("rev")).isEqualTo(3);
        assertThat(channel.stored("PTL!pty-medcenter!A").objects("bans")).isEmpty();
        assertThat(channel.stored("PTL!pty-medcenter!L").objects("marks")).isEmpty();
        assertThat(channel.stored("PTL!pty-medcenter!X").text("classCode")).isEqualTo("ORDINARY");
    }

    @Test
    void nobody_is_let_in_without_approval() {
        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void an_approval_that_the_body_does_not_name_is_not_looked_for() {
        JsonObject unnamed = activation(HOSTED);
        channel.accept(approve(association(), "party:activate", unnamed));

        assertThat(channel.codes(activate(unnamed))).containsExactly("APPROVALS_MISSING");
    }

    @Test
    void an_approval_lapses_after_thirty_days() {
        channel.accept(approve(association(), "party:activate", ACTIVATION));

        assertThat(channel.at(TestChannel.START_MS + 30L * 86_400_000 + 1).codes(activate(ACTIVATION)))
                .containsExactly("APPROVALS_MISSING");
    }

    @Test
    void an_approval_serves_once() {
        channel.accept(approve(association(), "party:activate", ACTIVATION));
        channel.accept(activate(ACTIVATION));

        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("REV_MISMATCH", "STATE_ILLEGAL");
    }

    @Test
    void a_stale_revision_is_refused() {
        JsonObject stale = ACTIVATION.with("rev", 1);
        channel.accept(approve(association(), "party:activate", stale));

        assertThat(channel.codes(activate(stale))).containsExactly("REV_MISMATCH");
    }

    @ParameterizedTest
    @EnumSource(value = PartyState.class, mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void only_a_verified_party_is_activated(PartyState state) {
        channel.accept(approve(association(), "party:activate", ACTIVATION));
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("state", state.name())
                                .canonical());

        assertThat(channel.codes(activate(ACTIVATION))).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void a_party_that_nobody_knows_is_not_found() {
        assertThat(channel.codes(activate(activation("pty-nowhere", ASSOCIATION))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void nobody_but_an_exchange_activates() {
        assertThat(channel.codes(Call.of(association(), "party:activate", ACTIVATION)))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"LT_100K, false", "LT_1M, false", "GE_1M, true", "GE_10M, true"})
    void a_party_with_the_data_of_many_has_a_data_protection_officer(String band, boolean needed) {
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("piSubjectsBand", band)
                                .canonical());
        channel.accept(approve(association(), "party:activate", ACTIVATION));

        assertThat(channel.codes(activate(ACTIVATION)).contains("DPO_MISSING")).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "pty-medcenter, DPO, ACTIVE, 1772416800001, true",
        "pty-medcenter, DPO, ACTIVE, 1772416800000, false",
        "pty-medcenter, DPO, ENDED, 1772416800001, false",
        "pty-medcenter, REPRESENTATIVE, ACTIVE, 1772416800001, false",
        "pty-other, DPO, ACTIVE, 1772416800001, false"
    })
    void the_officer_is_its_own_and_in_office(String party, String role, String state, long untilMs, boolean counts) {
        channel.state()
                .put(
                        "PTY!pty-medcenter",
                        channel.stored("PTY!pty-medcenter")
                                .with("piSubjectsBand", "GE_1M")
                                .with("dpoAppointmentId", DAY_APPOINTMENT)
                                .canonical());
        channel.state()
                .put(
                        "APT!" + DAY_APPOINTMENT,
                        SmallMarket.json("{\"fromMs\":1772416800000,\"rev\":1}")
                                .with("partyId", party)
                                .with("roleCode", role)
                                .with("state", state)
                                .with("untilMs", untilMs)
                                .canonical());
        channel.accept(approve(association(), "party:activate", ACTIVATION));

        assertThat(channel.codes(activate(ACTIVATION)).isEmpty()).isEqualTo(counts);
    }

    @Test
    void an_authority_needs_the_approvals_of_a_change_of_rules() {
        channel.accept(market.apply(member("pty-court", "11440300MA5EXAMP6X", "COURT")));
        market.verify("pty-court", "COURT");
        JsonObject activation = activation("pty-court", ASSOCIATION, REGULATOR, EXCHANGE);

        channel.accept(approve(association(), "party:activate", activation));
        channel.accept(approve(officer(REGULATOR, Role.REGULATOR_OFFICER), "party:activate", activation));
        assertThat(channel.codes(activate(activation))).containsExactly("APPROVALS_MISSING");

        channel.accept(approve(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE), "party:activate", activation));
        channel.accept(activate(activation));
        assertThat(channel.stored("PTL!pty-court!A").text("classCode")).isEqualTo("AUTHORITY");
    }

    @Test
    void the_exchanges_compliance_has_no_say_on_ordinary_parties() {
        assertThat(channel.codes(approve(officer(EXCHANGE, Role.EXCHANGE_COMPLIANCE), "party:activate", ACTIVATION)))
                .containsExactly("APPROVAL_NOT_ASKED");
    }

    private static io.provenant.dispatch.Invoker association() {
        return officer(ASSOCIATION, Role.ASSOCIATION_OFFICER);
    }
}
