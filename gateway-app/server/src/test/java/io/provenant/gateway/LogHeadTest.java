package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders are told by a log that was not held against its head on the ledger, or contradicts it. */
class LogHeadTest {

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
    void while_no_peer_can_say_the_head_records_are_refused_and_health_says_why() {
        gateway.ledger.hideHeads(true);
        gateway.openLog(TestGateway.ORIGIN, "TRADE");

        Answer refused = post(3);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.type()).isEqualTo("log-unchecked");
        assertThat(refused.json().text("detail")).contains("Nothing was kept", "send the same again");
        assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(health().text("status")).isEqualTo("DEGRADED");
        assertThat(problems()).containsExactly("log-unchecked");
        gateway.ledger.hideHeads(false);
        await().untilAsserted(() -> assertThat(post(3).status()).isEqualTo(201));
    }

    @Test
    void a_log_that_contradicts_its_head_takes_nothing_in_and_gives_no_receipt() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        post(3);
        JsonObject ahead = JsonObject.empty()
                .with("size", 99)
                .with("rootHash", "a".repeat(64))
                .with("updatedTx", "b".repeat(64));
        gateway.market.put("LHD!" + TestGateway.ORIGIN, ahead.canonical());
        await().until(() -> problems().contains("log-damaged"));

        Answer refused = post(5);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.type()).isEqualTo("log-damaged");
        assertThat(refused.response().headers().firstValue("Retry-After")).isEmpty();
        assertThat(gateway.get("gateway", "/api/v1/receipts/" + IntakeRoutesTest.TRADE + "/0")
                        .type())
                .isEqualTo("log-damaged");
        assertThat(health().text("status")).isEqualTo("DOWN");
    }

    private Answer post(int records) {
        return gateway.post(
                "gateway",
                IntakeRoutesTest.RECORDS,
                "application/x-ndjson",
                String.join("\n", IntakeRoutesTest.day(records)));
    }

    private JsonObject health() {
        return gateway.get("", "/api/v1/health").json();
    }

    private List<String> problems() {
        return health().objects("problems").stream()
                .map(problem -> problem.text("code"))
                .toList();
    }
}
