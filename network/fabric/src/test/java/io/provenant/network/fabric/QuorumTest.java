package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuorumTest {

    private final List<MemberSettings> members = new ArrayList<>(MemberSettings.market());

    @Test
    void a_market_of_three_asks_for_any_two() {
        assertThat(Quorum.of(members).ofPeers())
                .isEqualTo("OutOf(2, 'ExchangeMSP.peer', 'RegulatorMSP.peer', 'AssociationMSP.peer')");
        assertThat(Quorum.of(members).ofAdmins())
                .isEqualTo("OutOf(2, 'ExchangeMSP.admin', 'RegulatorMSP.admin', 'AssociationMSP.admin')");
    }

    @Test
    void further_exchanges_share_the_one_voice_of_exchanges() {
        members.add(new MemberSettings("SecondMSP", "second.example", Voice.EXCHANGES, true));
        members.add(new MemberSettings("ThirdMSP", "third.example", Voice.EXCHANGES, true));

        assertThat(Quorum.of(members).ofPeers())
                .isEqualTo("OutOf(2, OR('ExchangeMSP.peer', 'SecondMSP.peer', 'ThirdMSP.peer'), 'RegulatorMSP.peer',"
                        + " 'AssociationMSP.peer')");
    }

    @Test
    void members_without_a_voice_change_nothing() {
        String before = Quorum.of(members).ofPeers();

        members.add(new MemberSettings("ClinicMSP", "clinic.example", Voice.NONE, true));
        members.add(new MemberSettings("VendorMSP", "vendor.example", Voice.NONE, false));

        assertThat(Quorum.of(members).ofPeers()).isEqualTo(before);
    }

    @Test
    void a_network_of_one_signs_alone_and_one_of_nobody_is_refused() {
        assertThat(Quorum.of(List.of(new MemberSettings("OnlyMSP", "only.example")))
                        .ofPeers())
                .isEqualTo("OutOf(1, 'OnlyMSP.peer')");
        assertThatThrownBy(() -> Quorum.of(List.of()).ofPeers()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exchanges_alone_are_refused() {
        List<MemberSettings> exchanges = List.of(
                new MemberSettings("ExchangeMSP", "exchange.example", Voice.EXCHANGES, true),
                new MemberSettings("SecondMSP", "second.example", Voice.EXCHANGES, true));

        assertThatThrownBy(() -> Quorum.of(exchanges).ofPeers())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[ExchangeMSP, SecondMSP]");
    }

    @Test
    void one_voice_does_not_sign_alone_for_others_without_one() {
        MemberSettings clinic = new MemberSettings("ClinicMSP", "clinic.example", Voice.NONE, true);
        for (Voice voice : List.of(Voice.EXCHANGES, Voice.OWN)) {
            List<MemberSettings> members = List.of(new MemberSettings("OneMSP", "one.example", voice, true), clinic);

            assertThatThrownBy(() -> Quorum.of(members).ofPeers())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one voice is no quorum for others")
                    .hasMessageContaining("[OneMSP, ClinicMSP]");
        }
    }

    @Test
    void names_that_could_not_stand_in_a_policy_are_refused() {
        assertThatThrownBy(() -> new MemberSettings("A' , 'B", "a.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MSP id");
        assertThatThrownBy(() -> new MemberSettings("../AMSP", "a.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MemberSettings("AMSP", "A example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a domain");
        assertThatThrownBy(() -> new MemberSettings("AMSP", "a.example", Voice.OWN, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no peer");
    }
}
