package io.provenant.network.fabric.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import io.provenant.network.fabric.node.NetworkPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {

    @TempDir
    private Path folder;

    private FabricSettings settings;

    @BeforeEach
    void a_market() {
        settings = FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of());
    }

    @Test
    void who_signs_together_is_named_and_no_majority_decides_about_members() {
        String text = text(settings, MemberSettings.market());

        assertThat(text)
                .contains("LifecycleEndorsement: { Type: Signature, Rule: \"OutOf(2, 'ExchangeMSP.peer',"
                        + " 'RegulatorMSP.peer', 'AssociationMSP.peer')\" }")
                .contains("Admins: { Type: Signature, Rule: \"OutOf(2, 'ExchangeMSP.admin',");
        assertThat(text.lines().filter(line -> line.contains("MAJORITY")))
                .singleElement()
                .asString()
                .as("the orderers' own")
                .contains("Admins");
    }

    @Test
    void a_second_exchange_shares_the_voice_and_a_member_has_none() {
        List<MemberSettings> members = new ArrayList<>(MemberSettings.market());
        members.add(new MemberSettings("SecondMSP", "second.example", Voice.EXCHANGES, true));
        members.add(new MemberSettings("VendorMSP", "vendor.example", Voice.NONE, false));

        String text = text(settings, members);

        assertThat(text)
                .contains(
                        "OutOf(2, OR('ExchangeMSP.peer', 'SecondMSP.peer'), 'RegulatorMSP.peer', 'AssociationMSP.peer')")
                .contains("OutOf(2, OR('ExchangeMSP.admin', 'SecondMSP.admin'),")
                .contains("- Name: VendorMSP");
        assertThat(text.lines().filter(line -> line.contains("AnchorPeers")))
                .as("not the vendor's")
                .hasSize(4);
    }

    @Test
    void bft_names_each_orderer_with_its_identity() {
        String text = text(settings.withConsensus(Consensus.BFT, 4), MemberSettings.market());

        assertThat(text).contains("OrdererType: BFT", "V3_0: true");
        assertThat(text.lines().filter(line -> line.contains("Identity: "))).hasSize(4);
    }

    @Test
    void a_path_with_what_yaml_makes_something_of_stays_a_path() {
        Path odd = folder.resolve("a, b #{c} 'd'");
        FabricSettings elsewhere = FabricSettings.market(odd, new FabricBinaries(folder, folder, "3.1.5"), List.of());

        String text = text(elsewhere.withConsensus(Consensus.BFT, 4), MemberSettings.market());

        assertThat(text.lines().filter(line -> line.contains("#{c}")))
                .hasSize(11)
                .allMatch(line -> line.contains("'" + folder + "/a, b #{c} ''d''/"));
    }

    private static String text(FabricSettings settings, List<MemberSettings> members) {
        return new ConfigText(NetworkPlan.of(settings, members)).yaml();
    }
}
