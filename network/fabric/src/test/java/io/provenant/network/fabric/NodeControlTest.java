package io.provenant.network.fabric;

import static io.provenant.network.fabric.NoteNetwork.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeControlTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @BeforeAll
    static void fabric_is_asked_for() {
        NoteNetwork.assumeFabric(NodeControlTest.class);
    }

    @Test
    void three_raft_orderers_go_on_without_any_one_of_them_and_after_a_stop() throws Exception {
        FabricSettings settings = NoteNetwork.settings(folder, "1").withConsensus(Consensus.RAFT, 3);

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            for (int id = 1; id <= 3; id++) {
                NodeControl orderer = network.orderer(id);
                orderer.kill();
                assertThat(orderer.isRunning()).isFalse();
                awaitWritten(network, "without " + id);
                orderer.start();
                orderer.freeze();
                awaitWritten(network, "frozen " + id);
                orderer.thaw();
            }
        }

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            for (String key : List.of("without 1", "frozen 1", "without 2", "frozen 2", "without 3", "frozen 3")) {
                assertThat(submit(network, "RegulatorMSP", "read", key)).isEqualTo("kept");
            }
        }
    }

    @Test
    void a_service_is_restarted_on_its_own_and_a_frozen_network_still_ends() throws Exception {
        FabricNetwork network = FabricNetwork.up(NoteNetwork.settings(folder, "1"));
        try (network) {
            NodeControl own = network.service("ExchangeMSP", "notes");
            own.kill();
            assertThatThrownBy(() -> submit(network, "ExchangeMSP", "write", "key", "lost"))
                    .isInstanceOf(EndorseException.class)
                    .hasMessageContaining("failed to endorse transaction");
            own.start();
            submit(network, "ExchangeMSP", "write", "key", "kept");

            network.peer("AssociationMSP").kill();
            assertThat(submit(network, "RegulatorMSP", "read", "key")).isEqualTo("kept");
            network.peer("AssociationMSP").start();
            assertThat(submit(network, "AssociationMSP", "read", "key")).isEqualTo("kept");

            network.peer("RegulatorMSP").freeze();
            network.service("RegulatorMSP", "notes").freeze();
        }
        assertThat(network.processes()).isEmpty();
    }

    private static void awaitWritten(FabricNetwork network, String key) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(GatewayException.class)
                .untilAsserted(() -> submit(network, "ExchangeMSP", "write", key, "kept"));
    }
}
