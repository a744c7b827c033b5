package io.provenant.network.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.Release;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.Images;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Quorum;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.proof.crypto.BouncyCastleDigests;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** The whole network in containers: orderer, peers, chaincode services over mutual TLS, and a gateway. */
@OnEngine(withFabric = true)
class NetworkInContainersTest {

    private static final Member EXCHANGE = Member.all().get(0);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path JAR = EngineImages.ROOT.resolve("chaincode/contract/target/chaincode.jar");

    @TempDir
    Path folder;

    @Test
    void a_gateway_in_a_container_commits_on_fabric_in_containers_and_nothing_is_left_running() throws Exception {
        String name;
        try (FabricNetwork network =
                        FabricNetwork.up(settings(EngineImages.fabric().orElseThrow()));
                HostIssuer issuer = HostIssuer.start(HTTP)) {
            name = network.containers().orElseThrow().network();
            MemberFolder people = MemberFolder.open(
                    Files.createDirectories(folder.resolve("people")),
                    EXCHANGE,
                    network.organisation(EXCHANGE.mspId()));

            try (HardenedContainer gateway = GatewayContainer.of(
                            people,
                            network.gatewayAddressInNetwork(EXCHANGE.mspId()),
                            network.gatewayTlsRoot(EXCHANGE.mspId()),
                            issuer,
                            network.settings().channel(),
                            "fabric")
                    .withNetworkMode(name)) {
                gateway.start();

                GatewayContainer.client(gateway, HTTP, issuer)
                        .command(
                                "exchange-founder",
                                "rules:addSection",
                                List.copyOf(DraftRuleSet.forTests().additions(new BouncyCastleDigests()))
                                        .get(0))
                        .accepted("a section");
            }
            assertThat(running(name)).hasSize(7); // an orderer, three peers and three services
            assertThat(Files.readString(folder.resolve("network/compose.yaml")))
                    .contains("  orderer.orderer1.example:\n", "  peer0.exchange.example:\n", "\"127.0.0.1:");
        }
        assertThat(running(name)).isEmpty();
    }

    @Test
    void an_image_that_is_not_here_is_named_and_so_is_the_way_to_it() {
        Images here = EngineImages.fabric().orElseThrow();

        assertRefused(
                new Images("example/fabric-peer:none", here.orderer(), here.chaincode()),
                "the image example/fabric-peer:none is not on the engine",
                "docker pull example/fabric-peer:none",
                "FABRIC_PEER_IMAGE");
        assertRefused(
                new Images(here.peer(), here.peer(), here.chaincode()),
                "the image " + here.peer() + " holds no orderer of Fabric 3.1",
                "FABRIC_ORDERER_IMAGE");
        assertRefused(
                new Images(here.peer(), here.orderer(), "example/chaincode"),
                "the image example/chaincode:" + Release.version() + " is not on the engine",
                "scripts/images build");
        assertThat(folder.resolve("network/organisations")).doesNotExist();
    }

    @Test
    void an_image_that_holds_another_jar_than_the_package_is_refused() {
        Images here = EngineImages.fabric().orElseThrow();
        String other = "provenant_" + Release.version() + "_" + "a".repeat(64);

        assertThatThrownBy(() -> FabricNetwork.up(settings(here, CodeLabel.parse(other))))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining(
                        "holds another chaincode than the package: it holds " + EngineImages.codeDigest());
    }

    private void assertRefused(Images images, String... says) {
        assertThatThrownBy(() -> FabricNetwork.up(settings(images)))
                .isInstanceOf(FabricException.class)
                .hasMessageContainingAll(says);
    }

    private FabricSettings settings(Images images) {
        return settings(images, CodeLabel.of("provenant", Release.version(), JAR));
    }

    private FabricSettings settings(Images images, CodeLabel code) {
        ChaincodeSettings chaincode = new ChaincodeSettings(
                code.name(),
                code.version(),
                code.text(),
                List.of("the image's own"),
                Quorum.of(MemberSettings.market()).ofPeers(),
                Optional.empty());
        return FabricSettings.market(
                        folder.resolve("network"), FabricBinaries.require(System.getenv()), List.of(chaincode))
                .withContainers(Optional.of(images));
    }

    private static List<?> running(String network) {
        return DockerClientFactory.lazyClient()
                .listContainersCmd()
                .withLabelFilter(List.of("io.provenant.network=" + network))
                .exec();
    }
}
