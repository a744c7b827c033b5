package io.provenant.network.fabric.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.provenant.network.fabric.node.NodeIdentities;
import io.provenant.network.fabric.node.OrdererPlace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTlsTest {

    @TempDir
    private Path folder;

    private HttpsServer server;

    @BeforeEach
    void a_port_that_asks_for_a_certificate_of_its_own_authority() throws IOException {
        SSLContext own = OwnTls.of(orderer(1).tls());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = getSSLContext().getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_orderer_lets_itself_in_and_no_other_orderer() throws Exception {
        assertThat(ask(OwnTls.of(orderer(1).tls()))).isEqualTo(200);

        SSLContext other = OwnTls.of(orderer(2).tls());
        assertThatThrownBy(() -> ask(other)).isInstanceOf(IOException.class);
    }

    private int ask(SSLContext tls) throws IOException, InterruptedException {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private OrdererPlace orderer(int id) {
        OrdererPlace place = new OrdererPlace(id, folder.resolve("orderer" + id), "127.0.0.1", 1, 2, 3);
        new NodeIdentities(Clock.systemUTC()).orderer(place);
        return place;
    }
}
