package io.provenant.network.container;

import com.sun.net.httpserver.HttpServer;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.issuer.DevelopmentIssuer;
import io.provenant.network.standalone.issuer.IssuedPerson;
import io.provenant.network.standalone.story.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The development issuer, which listens on loopback, with its public keys where containers can fetch them. */
final class HostIssuer implements AutoCloseable {

    private final DevelopmentIssuer issuer;
    private final HttpServer keys;
    private final Tokens tokens;

    private HostIssuer(DevelopmentIssuer issuer, HttpServer keys, Tokens tokens) {
        this.issuer = issuer;
        this.keys = keys;
        this.tokens = tokens;
    }

    static HostIssuer start(HttpClient http) throws IOException, InterruptedException {
        List<IssuedPerson> people = new ArrayList<>();
        Map<String, String> secrets = new HashMap<>();
        for (Member member : Member.all()) {
            for (Member.Colleague colleague : member.colleagues()) {
                secrets.put(colleague.subject(), "secret-of-" + colleague.subject());
                people.add(new IssuedPerson(colleague.subject(), "secret-of-" + colleague.subject(), member.partyId()));
            }
        }
        DevelopmentIssuer issuer = DevelopmentIssuer.start(freePort(), people);
        byte[] set = http.send(
                        HttpRequest.newBuilder(URI.create(issuer.url() + "/oauth2/jwks"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        HttpServer keys = HttpServer.create(new InetSocketAddress(0), 0);
        keys.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        return new HostIssuer(issuer, keys, new Tokens(http, issuer.url(), secrets));
    }

    String url() {
        return issuer.url();
    }

    int keysPort() {
        return keys.getAddress().getPort();
    }

    Tokens tokens() {
        return tokens;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        keys.stop(0);
        issuer.close();
    }
}
