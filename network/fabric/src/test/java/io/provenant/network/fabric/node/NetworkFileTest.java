package io.provenant.network.fabric.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {

    private static final MemberSettings CLINIC = new MemberSettings("ClinicMSP", "clinic.example", Voice.NONE, false);
    private static final MemberSettings SECOND =
            new MemberSettings("SecondMSP", "second.example", Voice.EXCHANGES, true);

    @TempDir
    private Path folder;

    private FabricSettings settings;

    @BeforeEach
    void a_network() {
        settings = FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of());
        NetworkFile.require(settings);
    }

    @Test
    void a_folder_says_what_network_it_holds() {
        NetworkFile file = NetworkFile.read(folder).orElseThrow();

        assertThat(file.channel()).isEqualTo("market");
        assertThat(file.consensus()).isEqualTo(Consensus.RAFT);
        assertThat(file.orderers()).isEqualTo(1);
        assertThat(file.founders()).isEqualTo(MemberSettings.market());
        assertThat(NetworkFile.read(folder.resolve("elsewhere"))).isEmpty();
    }

    @Test
    void members_that_join_and_leave_are_kept_and_the_founders_stay() {
        NetworkFile.read(folder).orElseThrow().joining(CLINIC);
        NetworkFile.read(folder).orElseThrow().joined(CLINIC);
        NetworkFile.read(folder).orElseThrow().joining(SECOND);

        assertThat(NetworkFile.require(settings).joined()).containsExactly(CLINIC, SECOND);
        assertThat(NetworkFile.require(settings).isJoining(SECOND)).isTrue();
        assertThat(NetworkFile.require(settings).isJoining(CLINIC)).isFalse();
        NetworkFile.require(settings).leave("ClinicMSP");
        assertThat(NetworkFile.require(settings).members())
                .hasSize(4)
                .endsWith(SECOND)
                .startsWith(MemberSettings.market().get(0));
    }

    @Test
    void a_member_that_is_leaving_is_one_still_and_nobody_else_comes_meanwhile() {
        NetworkFile.require(settings).joined(SECOND);
        NetworkFile.require(settings).requireNobodyLeaves();

        NetworkFile.require(settings).leaving(SECOND);

        assertThat(NetworkFile.require(settings).joined()).containsExactly(SECOND);
        assertThatThrownBy(() -> NetworkFile.require(settings).requireNobodyLeaves())
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("SecondMSP is leaving")
                .hasMessageContaining("next: finish it, scripts/network remove-member --msp-id SecondMSP");
        NetworkFile.require(settings).leave("SecondMSP");
        assertThat(NetworkFile.require(settings).joined()).isEmpty();
    }

    @Test
    void of_a_chaincode_one_version_runs() {
        NetworkFile.require(settings).run("provenant_1_" + "a".repeat(64));
        NetworkFile.require(settings).run("notes_1");
        NetworkFile.require(settings).run("provenant_2_" + "b".repeat(64));

        assertThat(NetworkFile.require(settings).chaincodes())
                .containsExactlyInAnyOrder("notes_1", "provenant_2_" + "b".repeat(64));
    }

    @Test
    void another_network_in_the_same_folder_is_refused() {
        assertThatThrownBy(() -> NetworkFile.require(settings.withConsensus(Consensus.BFT, 4)))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("holds another network")
                .hasMessageContaining("consensus RAFT")
                .hasMessageContaining("consensus BFT")
                .hasMessageContaining("or reset");
    }
}
