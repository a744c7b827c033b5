package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.provenant.gateway.TestGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void status_and_health_need_no_token() {
        assertThat(gateway.get("", "/api/v1/status").status()).isEqualTo(200);
        assertThat(gateway.get("", "/api/v1/health").status()).isEqualTo(200);
    }

    @Test
    void a_good_token_of_a_person_in_the_people_file_is_let_in() {
        assertThat(gateway.get("officer", "/api/v1/logs").status()).isEqualTo(200);
    }

    @Test
    void refuses_a_request_without_a_token() {
        assertRefused(gateway.get("", "/api/v1/logs"));
    }

    @Test
    void refuses_a_token_that_has_expired() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.expirationTime(past))));
    }

    @Test
    void refuses_a_token_without_an_end() {
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.expirationTime(null))));
    }

    @Test
    void refuses_a_token_that_is_not_valid_yet() {
        Date later = Date.from(Instant.now().plusSeconds(300));
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.notBeforeTime(later))));
    }

    @Test
    void refuses_a_token_for_another_organisations_gateway() {
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.audience("pty-cac"))));
        assertRefused(
                with(gateway.issuer.token("officer", claims -> claims.audience(List.of("pty-exchange", "pty-cac")))));
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.audience((String) null))));
    }

    @Test
    void refuses_a_token_of_another_issuer() {
        assertRefused(with(gateway.issuer.token("officer", claims -> claims.issuer("http://127.0.0.1:1"))));
    }

    @Test
    void refuses_a_token_signed_with_another_key_and_one_signed_with_none() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(gateway.issuer.url())
                .subject("officer")
                .audience("pty-exchange")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();

        assertRefused(with(gateway.issuer.forged("officer")));
        assertRefused(with(new PlainJWT(claims).serialize()));
    }

    @Test
    void refuses_a_good_token_of_somebody_who_is_not_in_the_people_file() {
        assertRefused(gateway.get("stranger", "/api/v1/logs"));
    }

    @Test
    void a_role_that_the_token_claims_counts_for_nothing() {
        Answer answer = gateway.send(gateway.request("", "/api/v1/logs/" + IntakeRoutesTest.TRADE + "/records")
                .header(
                        "Authorization",
                        "Bearer "
                                + gateway.issuer.token(
                                        "trainee", claims -> claims.claim("roles", List.of("log.operator"))))
                .header("Content-Type", "application/x-ndjson")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("unauthorised");
    }

    private static Answer with(String token) {
        return gateway.send(gateway.request("", "/api/v1/logs")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("unauthorised");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.json().text("detail")).contains("send a valid bearer token");
    }
}
