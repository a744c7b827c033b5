package io.provenant.network.fault;

import io.provenant.gateway.cli.Main;
import io.provenant.network.fabric.node.NodeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** An organisation's gateway in a process of its own, which a test may kill and start again. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final NodeProcess process;
    private final String url;

    private GatewayProcess(NodeProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one with these settings, but on a port of its own. */
    static GatewayProcess start(Path folder, Map<String, Object> settings) {
        int port = freePort();
        try {
            Path file = folder.resolve("gateway.properties");
            settings.put("server.port", port);
            Files.writeString(
                    file,
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .collect(Collectors.joining("\n")));
            NodeProcess process =
                    NodeProcess.start("gateway", command(file), System.getenv(), folder.resolve("gateway.log"));
            GatewayProcess gateway = new GatewayProcess(process, "http://127.0.0.1:" + port);
            gateway.awaitUp();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's settings cannot be written to " + folder, e);
        }
    }

    private static List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "serve",
                "--config",
                file.toString());
    }

    String url() {
        return url;
    }

    /** Ends it as a crash does. */
    void kill() {
        process.kill();
    }

    /** Starts it again, and returns once it answers. */
    void startAgain() {
        process.startAgain();
        awaitUp();
    }

    private void awaitUp() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            process.requireRunning();
            return answers();
        });
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/status"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
