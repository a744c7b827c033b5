package io.provenant.network.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevelopmentIssuerTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_person_gets_a_token_for_the_gateway_of_its_party_and_nobody_else_does() throws Exception {
        try (DevelopmentIssuer issuer =
                DevelopmentIssuer.start(freePort(), List.of(new IssuedPerson("officer", "s3cret", "pty-exchange")))) {
            HttpResponse<String> granted = token(issuer, "officer", "s3cret");
            HttpResponse<String> refused = token(issuer, "officer", "wrong");

            assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
            String claims = claims(granted.body());
            assertThat(claims)
                    .contains("\"sub\":\"officer\"")
                    .contains("\"aud\":\"pty-exchange\"")
                    .contains("\"iss\":\"" + issuer.url() + "\"");
            assertThat(refused.statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> token(DevelopmentIssuer issuer, String subject, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString((subject + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.url() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String claims(String answer) {
        String token = answer.substring(answer.indexOf(":\"") + 2);
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
