package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import io.provenant.gateway.ledger.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a gateway answers while something that it needs is away; all of it goes on by itself. */
class AwayTest {

    @TempDir
    Path folder;

    private final ExecutorService askers = Executors.newCachedThreadPool();
    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.index.frost().lasts(false); // a gateway that closes waits for its questions
        askers.shutdown();
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
    void without_the_issuer_of_tokens_the_log_says_so_in_a_line_and_not_for_each_request() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.provenant.gateway.security.TokenProblem");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        gateway.issuer.down(true);

        for (int request = 0; request < 5; request++) {
            assertThat(gateway.get("officer", "/api/v1/logs").status()).isEqualTo(503);
        }

        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("a token could not be checked")
                    .contains("503");
            assertThat(line.getThrowableProxy()).isNull();
        });
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
    void a_database_that_is_frozen_is_told_soon_and_however_many_ask_one_question_waits_for_it() {
        gateway.index.frost().lasts(true);
        Instant asked = Instant.now();

        List<Answer> answers = IntStream.range(0, 30)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                                () -> gateway.get("", number % 2 == 0 ? "/api/v1/health" : "/api/v1/status"), askers)
                        .orTimeout(30, TimeUnit.SECONDS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(answers).extracting(Answer::status).containsOnly(503);
        assertThat(gateway.index.frost().most())
                .as("one question of theirs, and the gateway's own look whether its logs are open")
                .isLessThanOrEqualTo(2);
        gateway.index.frost().lasts(false);
        await().until(() ->
                gateway.get("", "/api/v1/health").json().text("status").equals("UP"));
        assertThat(gateway.get("", "/api/v1/status").status()).isEqualTo(200);
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
