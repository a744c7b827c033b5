package io.provenant.network.fabric;

import static io.provenant.network.fabric.NoteNetwork.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.fabric.channel.Operator;
import io.provenant.network.fabric.node.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricNetworkTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void fabric_is_asked_for() {
        NoteNetwork.assumeFabric(FabricNetworkTest.class);
    }

    @Test
    void a_raft_network_commits_through_every_gateway_and_goes_on_after_a_stop() throws Exception {
        FabricSettings settings = NoteNetwork.settings(folder, "1");

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            for (String mspId : NoteNetwork.MEMBERS) {
                submit(network, mspId, "write", mspId, "a note of " + mspId);
            }
            assertThat(submit(network, "ExchangeMSP", "read", "RegulatorMSP")).isEqualTo("a note of RegulatorMSP");
            network.peer("AssociationMSP").stop();
            submit(network, "ExchangeMSP", "write", "while", "one peer is down");
            network.peer("AssociationMSP").start();
            assertThat(submit(network, "AssociationMSP", "read", "while")).isEqualTo("one peer is down");
            assertThatThrownBy(() -> FabricNetwork.up(settings))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("is up already");
        }

        List<NodeProcess> processes;
        try (FabricNetwork network = FabricNetwork.up(NoteNetwork.settings(folder, "2"))) {
            processes = network.processes();
            assertThat(submit(network, "AssociationMSP", "read", "RegulatorMSP"))
                    .isEqualTo("a note of RegulatorMSP");
        }
        assertThat(processes).hasSize(7).noneMatch(NodeProcess::isRunning);
    }

    @Test
    void a_bft_network_of_four_orderers_commits_and_goes_on_after_a_stop_in_a_folder_of_any_name() throws Exception {
        Path odd = folder.resolve("a, b #{c} 'd'");
        FabricSettings settings = NoteNetwork.settings(odd, "1").withConsensus(Consensus.BFT, 4);

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            submit(network, "RegulatorMSP", "write", "key", "value");
            assertThat(statusOfAdminPortWithoutTls(network))
                    .as("what a server says to who speaks no TLS")
                    .isEqualTo(400);
        }

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            assertThat(submit(network, "AssociationMSP", "read", "key")).isEqualTo("value");
            assertThat(network.processes()).hasSize(10);
            assertDefinesWithoutTheFirstOrderer(network);
        }
    }

    private static void assertDefinesWithoutTheFirstOrderer(FabricNetwork network) {
        network.orderer(1).stop();
        ChaincodeSteps steps = new ChaincodeSteps(network.settings(), network);
        Definition next = steps.definition("ExchangeMSP", "notes", "2", Optional.empty());
        for (String mspId : List.of("ExchangeMSP", "RegulatorMSP")) {
            steps.approve(mspId, next, steps.installed(mspId, "notes", "1"));
        }

        steps.commit("ExchangeMSP", next);

        assertThat(steps.operator("RegulatorMSP").committed("notes")).contains(new Operator.Committed(2, "2"));
    }

    private static int statusOfAdminPortWithoutTls(FabricNetwork network) throws IOException, InterruptedException {
        int port = network.plan().orderers().get(0).adminPort();
        URI channels = URI.create("http://127.0.0.1:" + port + "/participation/v1/channels");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(channels).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
