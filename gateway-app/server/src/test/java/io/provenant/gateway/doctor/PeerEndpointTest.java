package io.provenant.gateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerEndpointTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final List<String> NAMES = List.of("127.0.0.1", "localhost");

    @TempDir
    Path folder;

    private final Organisation organisation = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC());
    private final Organisation stranger = Organisation.create("OtherMSP", "other.example", Clock.systemUTC());

    @Test
    void a_closed_port_is_told_from_one_that_answers() throws IOException {
        int port;
        try (ServerSocket server = listening()) {
            port = server.getLocalPort();
            assertThat(endpoint(port, Optional.empty()).listens())
                    .isEqualTo("127.0.0.1:" + port + " takes connections");
        }

        assertThatThrownBy(() -> endpoint(port, Optional.empty()).listens())
                .hasMessageStartingWith("nothing listens at 127.0.0.1:" + port + ": start the peer");
    }

    @Test
    void an_unknown_host_is_named() {
        PeerChannel nowhere =
                new PeerChannel("peer0.nowhere.invalid", 7051, folder, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> new PeerEndpoint(nowhere, PATIENCE, Clock.systemUTC()).listens())
                .hasMessageContaining("peer0.nowhere.invalid")
                .hasMessageContaining("provenant.peer.endpoint");
    }

    @Test
    void an_endpoint_that_takes_connections_and_answers_nothing_is_told_in_time() throws IOException {
        try (ServerSocket server = listening()) {
            assertThatThrownBy(() ->
                            endpoint(server.getLocalPort(), Optional.empty()).speaksTls())
                    .hasMessageStartingWith("takes connections and answers nothing within 1 s");
        }
    }

    @Test
    void an_endpoint_without_tls_is_told() throws IOException {
        try (ServerSocket server = listening()) {
            Thread speaker = new Thread(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    assertThat(server.isClosed()).isTrue();
                }
            });
            speaker.start();

            assertThatThrownBy(() ->
                            endpoint(server.getLocalPort(), Optional.empty()).speaksTls())
                    .hasMessageStartingWith("speaks no TLS");
        }
    }

    @Test
    void a_peer_that_wants_a_client_certificate_says_whose() throws Exception {
        try (MutualTlsServer server = MutualTlsServer.start(organisation, NAMES)) {
            assertThatThrownBy(() -> endpoint(server.port(), Optional.empty()).speaksTls())
                    .hasMessageContaining("provenant.peer.client-certificate")
                    .hasMessageContaining("exchange.example");
        }
    }

    @Test
    void a_client_certificate_of_another_authority_is_not_taken() throws Exception {
        try (MutualTlsServer server = MutualTlsServer.start(organisation, NAMES)) {
            assertThatThrownBy(
                            () -> endpoint(server.port(), Optional.of(stranger)).speaksTls())
                    .hasMessageContaining("takes client certificates of")
                    .hasMessageContaining("exchange.example");
        }
    }

    @Test
    void a_client_certificate_that_the_peer_takes_is_well() throws Exception {
        try (MutualTlsServer server = MutualTlsServer.start(organisation, NAMES)) {
            assertThat(endpoint(server.port(), Optional.of(organisation)).speaksTls())
                    .endsWith(", and takes this gateway's");
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private PeerEndpoint endpoint(int port, Optional<Organisation> client) {
        TlsFolder.write(folder.resolve("peer"), organisation.tls("peer0", NAMES), organisation.tlsAuthority());
        Optional<PeerChannel.ClientCertificate> own = client.map(whose -> {
            Path place = folder.resolve("client-" + whose.mspId());
            TlsFolder.write(place, whose.tls("gateway", NAMES), whose.tlsAuthority());
            return new PeerChannel.ClientCertificate(place.resolve("server.crt"), place.resolve("server.key"));
        });
        PeerChannel channel = new PeerChannel("127.0.0.1", port, folder.resolve("peer/ca.crt"), Optional.empty(), own);
        return new PeerEndpoint(channel, PATIENCE, Clock.systemUTC());
    }
}
