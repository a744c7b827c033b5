package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import io.provenant.gateway.ledger.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway answers while something that it needs is away; all of it goes on by itself. */
class AwayTest {

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void without_the_issuer_of_tokens_everybody_is_told_so() {
        gateway.issuer.down(true);

        Answer answer = gateway.get("officer", "/api/v1/logs");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("issuer-unavailable");
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
        gateway.issuer.down(false);
        assertThat(gateway.get("officer", "/api/v1/logs").status()).isEqualTo(200);
    }

    @Test
    void without_the_database_a_question_is_503_and_health_says_so() {
        gateway.index.away(true);

        Answer answer = gateway.get("officer", "/api/v1/party/party/pty-exchange");
        Answer health = gateway.get("", "/api/v1/health");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("database-unavailable");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().text("status")).isEqualTo("DOWN");
        assertThat(health.json().objects("problems"))
                .extracting(problem -> problem.text("code"))
                .contains("database-unavailable");
        gateway.index.away(false);
        assertThat(gateway.get("", "/api/v1/health").json().text("status")).isEqualTo("UP");
    }

    @Test
    void what_was_committed_is_answered_as_committed_though_the_index_is_away() {
        gateway.ledger.answerNext(
                new Submission.Committed("e".repeat(64), 1, JsonObject.empty(), List.of(), Optional.empty()));
        gateway.index.away(true);

        Answer answer = gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().flag("indexed")).isFalse();
    }
}
