package io.provenant.network.fabric.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPartsTest {

    @TempDir
    Path folder;

    private FabricSettings settings;

    @BeforeEach
    void a_network_that_was_up() throws IOException {
        settings = FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of());
        NetworkPlan plan = NetworkPlan.of(settings);
        NodeIdentities identities = new NodeIdentities(Clock.systemUTC());
        for (PeerPlace peer : plan.peers()) {
            identities.member(peer);
            Files.createDirectories(peer.data());
            peer.noteJoined();
        }
        for (OrdererPlace orderer : plan.orderers()) {
            identities.orderer(orderer);
            Files.createDirectories(orderer.data());
            orderer.noteJoined();
        }
        Files.createDirectories(folder.resolve("channel"));
        Files.createFile(plan.block());
    }

    @Test
    void a_whole_folder_is_taken_and_logs_may_go() throws IOException {
        delete("logs");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ports.properties",
                "network.txt",
                "channel",
                "channel/market.block",
                "organisations/ExchangeMSP",
                "organisations/ExchangeMSP/ca",
                "organisations/ExchangeMSP/ca/tlsca.key",
                "organisations/RegulatorMSP/msp",
                "organisations/RegulatorMSP/peer/msp",
                "organisations/RegulatorMSP/peer/tls",
                "organisations/RegulatorMSP/peer/data",
                "organisations/AssociationMSP/admin/msp",
                "organisations/AssociationMSP/chaincode/tls",
                "organisations/AssociationMSP/chaincode/client",
                "organisations/orderer1",
                "organisations/orderer1/ca",
                "organisations/orderer1/orderer/msp",
                "organisations/orderer1/orderer/tls",
                "organisations/orderer1/orderer/data"
            })
    void a_part_that_is_gone_is_named_and_not_made_anew(String part) throws IOException {
        delete(part);

        assertThatThrownBy(this::start)
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("these parts are missing: " + part)
                .hasMessageContaining("scripts/network reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderer1", "RegulatorMSP.peer"})
    void a_port_that_blocks_name_is_not_drawn_anew(String name) throws IOException {
        Path ports = folder.resolve("ports.properties");
        List<String> left = Files.readAllLines(ports).stream()
                .filter(line -> !line.startsWith(name + "="))
                .toList();
        Files.write(ports, left);

        assertThatThrownBy(this::start)
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("has no port of " + name)
                .hasMessageContaining("next: bring the file back");
        assertThat(ports).hasContent(String.join("\n", left));
    }

    @Test
    void ports_are_written_only_where_there_is_a_new_one() throws IOException {
        Path ports = folder.resolve("ports.properties");
        FileTime before = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(ports, before);

        start();

        assertThat(Files.getLastModifiedTime(ports)).isEqualTo(before);
    }

    @Test
    void a_first_start_that_was_interrupted_is_begun_again() throws IOException {
        delete("channel");
        for (String name : List.of("ExchangeMSP", "RegulatorMSP", "AssociationMSP", "orderer1")) {
            delete("organisations/" + name + "/joined");
        }
        delete("organisations/RegulatorMSP/ca");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_port_in_use_is_named_with_the_file_that_gives_it() throws IOException {
        NetworkPlan plan = NetworkPlan.of(settings);
        int port = plan.peer("RegulatorMSP").port();

        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(plan::requireFreePorts)
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " is in use, which ")
                    .hasMessageContaining("ports.properties gives to RegulatorMSP.peer: stop what listens there");
        }
        assertThatCode(plan::requireFreePorts).doesNotThrowAnyException();
    }

    private void start() {
        NetworkPlan.of(settings).requireParts();
    }

    private void delete(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(part))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
