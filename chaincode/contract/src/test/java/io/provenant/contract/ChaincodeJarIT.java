package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process of its own: it serves under the digest of its package, and under no other. */
class ChaincodeJarIT {

    private static final Path JAR = Path.of("target", "chaincode.jar").toAbsolutePath();
    private static final String PACKAGE_HASH = "1".repeat(64);

    @TempDir
    private Path folder;

    private final TreeMap<String, String> settings = new TreeMap<>();
    private int port;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void a_free_port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        settings.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + port);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void it_serves_under_the_package_that_was_made_for_it_and_says_so() throws IOException {
        String digest = CodeDigest.of(JAR);
        settings.put("CORE_CHAINCODE_ID_NAME", "provenant_0.1.0_" + digest + ":" + PACKAGE_HASH);
        Process process = start(JAR);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::listens);

        ManagedChannel channel = Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create())
                .build();
        try {
            MemoryPeer peer = MemoryPeer.connect(channel);
            MemoryPeer.Answer answer = peer.run(describe());

            assertThat(peer.packageId()).isEqualTo(settings.get("CORE_CHAINCODE_ID_NAME"));
            assertThat(StrictJsonReader.parseObject(answer.payload())
                            .object("answer")
                            .text("codeSha256"))
                    .isEqualTo(digest);
        } finally {
            channel.shutdownNow();
        }
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void it_refuses_to_start_under_the_package_of_another_jar() throws Exception {
        settings.put("CORE_CHAINCODE_ID_NAME", "provenant_0.1.0_" + "a".repeat(64) + ":" + PACKAGE_HASH);

        assertRefused("the package was made from chaincode.jar " + "a".repeat(64) + ", this one is "
                + CodeDigest.of(JAR) + ": start the jar that was packaged, or install its package");
    }

    @Test
    void it_refuses_to_start_under_a_label_without_a_digest() throws Exception {
        settings.put("CORE_CHAINCODE_ID_NAME", "provenant:1");

        assertRefused("package id 'provenant:1' has no label provenant_<version>_<sha256 of chaincode.jar>");
    }

    @Test
    void it_names_the_setting_that_is_missing() throws Exception {
        settings.put("CORE_CHAINCODE_ID_NAME", "");

        assertRefused("the environment variable CORE_CHAINCODE_ID_NAME is not set");
    }

    @Test
    void one_changed_byte_makes_it_another_jar() throws Exception {
        byte[] bytes = Files.readAllBytes(JAR);
        String digest = CodeDigest.of(JAR);
        Path copy = Files.write(folder.resolve("chaincode.jar"), bytes);
        // The comment at the end of a zip file is not read by anybody.
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length - 2] = 1;
        longer[bytes.length] = '!';
        Files.write(copy, longer);
        settings.put("CORE_CHAINCODE_ID_NAME", "provenant_0.1.0_" + digest + ":" + PACKAGE_HASH);

        Process process = start(copy);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        assertThat(log()).contains("the package was made from chaincode.jar " + digest);
    }

    private void assertRefused(String message) throws Exception {
        Process process = start(JAR);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        assertThat(log()).contains("chaincode not started: " + message).doesNotContain("\tat ");
        assertThat(listens()).isFalse();
    }

    private Process start(Path jar) throws IOException {
        assertThat(jar).as("built by the package phase").isRegularFile();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    private static TestProposal describe() {
        return TestProposal.of(
                "market-1",
                "1".repeat(64),
                1_772_416_800_000L,
                TestCertificate.creator("ExchangeMSP", "pty-exchange", "exchange.officer", "r2v4f7pj6eaa"),
                "ledger:describe",
                "{\"body\":{},\"command\":\"ledger:describe\",\"v\":1}");
    }
}
