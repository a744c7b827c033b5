package io.provenant.network.fabric.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void a_port_that_nobody_listens_on_is_not_served() throws IOException {
        int port;
        try (ServerSocket free = listen()) {
            port = free.getLocalPort();
        }
        assertThat(Health.isServed(port)).isFalse();
    }

    @Test
    void a_port_that_is_taken_before_anybody_listens_behind_it_is_not_served() throws IOException {
        try (ServerSocket proxy = listen()) {
            CompletableFuture<Void> taken = once(proxy, Socket::close);
            assertThat(Health.isServed(proxy.getLocalPort())).isFalse();
            taken.join();
        }
    }

    @Test
    void a_port_that_answers_a_hello_of_tls_is_served() throws IOException {
        try (ServerSocket node = listen()) {
            CompletableFuture<Void> answered = once(node, socket -> {
                assertThat(socket.getInputStream().read())
                        .as("a handshake record")
                        .isEqualTo(22);
                OutputStream out = socket.getOutputStream();
                out.write(22);
                out.flush();
            });
            assertThat(Health.isServed(node.getLocalPort())).isTrue();
            answered.join();
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static CompletableFuture<Void> once(ServerSocket server, Exchange exchange) {
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = server.accept()) {
                exchange.with(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @FunctionalInterface
    private interface Exchange {
        void with(Socket socket) throws IOException;
    }
}
