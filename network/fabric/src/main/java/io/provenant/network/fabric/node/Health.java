package io.provenant.network.fabric.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks nodes how they are. A peer calls itself healthy before its port is open, so both are asked. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether a node's {@code /healthz} says OK and its port takes connections. */
    public boolean isUp(int operationsPort, int port) {
        return get(operationsPort, "/healthz").isPresent() && isOpen(port);
    }

    /** Whether an orderer says of itself that it leads a channel. */
    public boolean isLeader(int operationsPort, String channel) {
        Pattern leads = Pattern.compile(
                "(?m)^consensus_(etcdraft|BFT)_is_leader\\{channel=\"" + Pattern.quote(channel) + "\"\\} 1$");
        return get(operationsPort, "/metrics")
                .filter(text -> leads.matcher(text).find())
                .isPresent();
    }

    private Optional<String> get(int operationsPort, String path) {
        URI uri = URI.create("http://127.0.0.1:" + operationsPort + path);
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return Optional.of(answer.body()).filter(text -> answer.statusCode() == 200);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether something listens on the port. */
    public static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
