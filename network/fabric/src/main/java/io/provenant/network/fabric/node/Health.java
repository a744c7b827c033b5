package io.provenant.network.fabric.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Asks nodes how they are. A peer calls itself healthy before its port is open, so both are asked; and a connection
 * says nothing, because a container engine takes it before anybody listens inside, so a port has to speak TLS.
 */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether a node's {@code /healthz} says OK and its port is served. */
    public boolean isUp(int operationsPort, int port) {
        return get(operationsPort, "/healthz").isPresent() && isServed(port);
    }

    /** Whom an orderer takes for the leader of a channel, by consenter number; empty where it knows none. */
    public OptionalInt leader(OrdererPlace orderer, String channel) {
        String metrics = get(orderer.operationsPort(), "/metrics").orElse("");
        String label = "\\{channel=\"" + Pattern.quote(channel) + "\"\\}";
        if (Pattern.compile("(?m)^consensus_etcdraft_is_leader" + label + " 1$")
                .matcher(metrics)
                .find()) {
            return OptionalInt.of(orderer.id());
        }
        Matcher named = Pattern.compile("(?m)^consensus_BFT_leader_id" + label + " (\\d+)$")
                .matcher(metrics);
        return named.find() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
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

    /** Whether somebody behind the port answers a client's first words of TLS. */
    public static boolean isServed(int port) {
        try (Socket socket = new Socket()) {
            int patienceMs = Math.toIntExact(PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patienceMs);
            socket.setSoTimeout(patienceMs);
            socket.getOutputStream().write(clientHello());
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] clientHello() throws IOException {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine();
            engine.setUseClientMode(true);
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), hello);
            return Arrays.copyOf(hello.array(), hello.position());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
