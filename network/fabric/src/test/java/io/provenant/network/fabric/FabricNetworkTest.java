package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.identity.Credential;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricNetworkTest {

    private static final List<String> MEMBERS = List.of("ExchangeMSP", "RegulatorMSP", "AssociationMSP");

    @TempDir
    Path folder;

    @BeforeAll
    static void fabric_is_asked_for() {
        boolean isAsked = System.getProperty("ledger", "embedded").equals("fabric");
        boolean isThere = isAsked && FabricBinaries.find(System.getenv()).isPresent();
        if (!isThere) {
            System.out.println("skipped FabricNetworkTest: "
                    + (isAsked ? "no Fabric programs here" : "it needs real Fabric, run with -Dledger=fabric"));
        }
        assumeThat(isThere).isTrue();
    }

    @Test
    void a_raft_network_commits_through_every_gateway_and_goes_on_after_a_stop() throws Exception {
        FabricSettings settings = FabricSettings.market(folder, FabricBinaries.require(System.getenv()), notes("1"));

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            for (String mspId : MEMBERS) {
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

        FabricSettings upgraded = FabricSettings.market(folder, settings.binaries(), notes("2"));
        List<NodeProcess> processes;
        try (FabricNetwork network = FabricNetwork.up(upgraded)) {
            processes = network.processes();
            assertThat(submit(network, "AssociationMSP", "read", "RegulatorMSP"))
                    .isEqualTo("a note of RegulatorMSP");
        }
        assertThat(processes).hasSize(7).noneMatch(NodeProcess::isRunning);
    }

    @Test
    void a_bft_network_of_four_orderers_commits() throws Exception {
        FabricSettings settings = FabricSettings.market(folder, FabricBinaries.require(System.getenv()), notes("1"))
                .withConsensus(Consensus.BFT, 4);

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            submit(network, "RegulatorMSP", "write", "key", "value");

            assertThat(submit(network, "AssociationMSP", "read", "key")).isEqualTo("value");
        }
    }

    private static List<ChaincodeSettings> notes(String version) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NoteChaincode.class.getName());
        return List.of(new ChaincodeSettings(
                "notes",
                version,
                "notes_" + version,
                command,
                ChaincodeSettings.policyOf(2, MemberSettings.market()),
                Optional.empty()));
    }

    private static String submit(FabricNetwork network, String mspId, String function, String... arguments)
            throws GatewayException, CommitException {
        Credential client = network.organisation(mspId).client("writer", new TreeMap<>());
        ManagedChannel channel = network.connect(mspId);
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(mspId, client.certificate()))
                .signer(Signers.newPrivateKeySigner(client.privateKey()))
                .connection(channel)
                .connect()) {
            Contract contract = gateway.getNetwork(network.settings().channel()).getContract("notes");
            return new String(contract.submitTransaction(function, arguments), StandardCharsets.UTF_8);
        } finally {
            channel.shutdownNow();
        }
    }
}
