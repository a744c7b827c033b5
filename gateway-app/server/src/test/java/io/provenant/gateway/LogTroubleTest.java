package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who learns what of a log whose disk takes nothing: what does not work everybody, why only who looks after it. */
class LogTroubleTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestGateway gateway;

    @BeforeEach
    void start_with_a_log_whose_first_checkpoint_cannot_be_written() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        Path inTheWay = folder.resolve("data/logs/trade-0/checkpoint.json.new");
        await().ignoreExceptions() // the log opens, and may just write its first checkpoint
                .until(() -> Files.isDirectory(Files.createDirectory(inTheWay)));
        gateway.post(
                "gateway",
                IntakeRoutesTest.RECORDS,
                "application/x-ndjson",
                String.join("\n", IntakeRoutesTest.day(3)));
        await().until(() -> log("admin").has("trouble"));
    }

    @Test
    void a_person_who_does_not_look_after_logs_is_told_what_does_not_work_and_no_path() {
        JsonObject log = log("officer");

        assertThat(log.object("trouble").text("code")).isEqualTo("log-disk");
        assertThat(log.object("trouble").text("says")).isEqualTo("the disk of the log is full or does not answer");
        assertThat(log.text("says")).isEqualTo("the disk of the log is full or does not answer");
        assertThat(log.canonical()).doesNotContain(folder.toString()).doesNotContain("checkpoint.json");
    }

    @Test
    void whoever_looks_after_logs_or_the_gateway_is_told_the_cause() {
        assertThat(log("gateway").object("trouble").text("says")).contains("checkpoint.json");
        assertThat(log("admin").object("trouble").text("says")).contains("checkpoint.json");
    }

    @Test
    void health_says_without_a_token_that_a_log_is_in_trouble_and_not_whose() {
        JsonObject health = gateway.get("", "/api/v1/health").json();

        assertThat(health.objects("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.text("code")).isEqualTo("log-disk");
            assertThat(problem.text("says")).isEqualTo("a log does not do all its work");
            assertThat(problem.text("next")).startsWith("/api/v1/logs says which: make room");
        });
        assertThat(health.canonical()).doesNotContain("pty-exchange").doesNotContain("market-1");
    }

    private JsonObject log(String subject) {
        return gateway.get(subject, "/api/v1/logs").json().objects("items").stream()
                .filter(log -> log.text("origin").equals(TestGateway.ORIGIN))
                .findFirst()
                .orElseThrow();
    }
}
