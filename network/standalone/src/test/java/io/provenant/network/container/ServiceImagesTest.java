package io.provenant.network.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.rules.DraftRuleSet;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.network.standalone.story.Answer;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.proof.crypto.BouncyCastleDigests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.lifecycle.Startables;

/** The chaincode's image and the gateway's, each in its container, around the embedded node on this machine. */
@OnEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceImagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHAINCODE_PORT = 9999;
    private static final int ASKED_TO_END = 128 + 15;
    private static final Member EXCHANGE = Member.all().get(0);

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<Member, HardenedContainer> CHAINCODES = new LinkedHashMap<>();
    private static HardenedContainer gateway;
    private static HostIssuer issuer;
    private static HostNode node;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String packageId = "provenant_0.1.0_" + EngineImages.codeDigest() + ":" + "1".repeat(64);
        Member.all().forEach(member -> CHAINCODES.put(member, chaincode(packageId)));
        Startables.deepStart(CHAINCODES.values()).join();
        Map<Member, Integer> ports = new LinkedHashMap<>();
        CHAINCODES.forEach((member, container) -> ports.put(member, container.localPort()));
        node = HostNode.start(folder.resolve("node"), ports);
        issuer = HostIssuer.start(HTTP);
        MemberFolder people = MemberFolder.open(folder, EXCHANGE, node.organisation(EXCHANGE));
        String peer = "peer0." + EXCHANGE.domain();
        gateway = GatewayContainer.of(
                        people,
                        peer + ":" + node.port(EXCHANGE),
                        node.tlsRoot(EXCHANGE),
                        issuer,
                        HostNode.CHANNEL,
                        "embedded")
                .withExtraHost(peer, HardenedContainer.HOST);
        gateway.start();
    }

    @AfterAll
    static void stop() {
        List<HardenedContainer> all = new ArrayList<>(CHAINCODES.values());
        all.add(gateway);
        all.forEach(HardenedContainer::stop);
        node.close();
        issuer.close();
    }

    @Test
    @Order(1)
    void a_command_sent_to_the_gateways_container_is_committed_by_the_chaincodes_containers() {
        JsonObject section = section(0);

        Answer answer = client().command("exchange-founder", "rules:addSection", section);

        assertThat(answer.accepted("a section").json().integer("block")).isPositive();
        assertThat(client().get("exchange-officer", "/index").json().integer("height"))
                .isPositive();
    }

    @Test
    @Order(2)
    void both_images_run_without_rights_on_a_file_system_that_cannot_be_written() throws Exception {
        for (HardenedContainer container : List.of(gateway, exchangeChaincode())) {
            ExecResult status = container.execInContainer("sed", "-n", "/^Uid:\\|^CapEff:/p", "/proc/1/status");
            assertThat(status.getStdout())
                    .containsPattern("Uid:\\s+10001\\s+10001\\s+10001\\s+10001")
                    .containsPattern("CapEff:\\s+0000000000000000");

            ExecResult write = container.execInContainer("cp", "/etc/passwd", "/opt/provenant/passwd");
            assertThat(write.getExitCode()).isNotZero();
            assertThat(write.getStderr()).contains("Read-only file system");
        }
    }

    @Test
    @Order(3)
    void the_chaincodes_container_refuses_the_package_of_another_jar() {
        String another = "a".repeat(64);
        String packageId = "provenant_0.1.0_" + another + ":" + "1".repeat(64);
        try (HardenedContainer container = chaincode(packageId).untilItEnds()) {
            container.start();

            assertThat(container.exitStatus()).isOne();
            assertThat(container.getLogs())
                    .contains("the package was made from chaincode.jar " + another + ", this one is "
                            + EngineImages.codeDigest());
        }
    }

    @Test
    @Order(4)
    void sigterm_ends_both_in_order_and_the_gateway_goes_on_from_its_volume() {
        long height = client().get("exchange-officer", "/index").json().integer("height");

        assertThat(gateway.terminate()).isEqualTo(ASKED_TO_END);
        gateway.resume();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Answer index = client().get("exchange-officer", "/index");
            assertThat(index.json().integer("height")).isEqualTo(height);
        });
        client().command("exchange-founder", "rules:addSection", section(1)).accepted("another section");
        assertThat(exchangeChaincode().terminate()).isEqualTo(ASKED_TO_END);
    }

    private static HardenedContainer exchangeChaincode() {
        return Objects.requireNonNull(CHAINCODES.get(EXCHANGE), "started before all tests");
    }

    private static HardenedContainer chaincode(String packageId) {
        return new HardenedContainer(EngineImages.CHAINCODE, CHAINCODE_PORT)
                .withEnv("CORE_CHAINCODE_ID_NAME", packageId)
                .withEnv("CHAINCODE_SERVER_ADDRESS", "0.0.0.0:" + CHAINCODE_PORT);
    }

    private static JsonObject section(int number) {
        return List.copyOf(DraftRuleSet.forTests().additions(new BouncyCastleDigests()))
                .get(number);
    }

    private static Gateway client() {
        return GatewayContainer.client(gateway, HTTP, issuer);
    }
}
