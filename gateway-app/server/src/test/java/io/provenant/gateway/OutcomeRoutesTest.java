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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a command that was accepted here ended on the ledger, as the sender is told (domain 3a.15). */
class OutcomeRoutesTest {

    private static final String JSON = "application/json";
    private static final String TX = "e".repeat(64);

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void a_conflict_after_all_attempts_is_409_and_names_the_stale_keys() {
        gateway.ledger.answerNext(new Submission.Conflict(TX, 7, "MVCC_READ_CONFLICT", List.of("PTY!pty-exchange"), 5));

        Answer answer = gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("conflict");
        assertThat(answer.json().text("txId")).isEqualTo(TX);
        assertThat(answer.json().texts("staleKeys")).containsExactly("PTY!pty-exchange");
    }

    @Test
    void a_peer_that_is_down_is_503_and_says_that_nothing_was_sent() {
        gateway.ledger.down(true);
        try {
            Answer answer = gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo("unavailable");
            assertThat(answer.json().text("detail")).contains("nothing was sent");
            assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
        } finally {
            gateway.ledger.down(false);
        }
    }

    @Test
    void an_unknown_outcome_is_202_with_the_transaction_to_look_at() {
        gateway.ledger.answerNext(new Submission.Indeterminate(TX));

        Answer answer = gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).isEqualTo(JsonObject.empty().with("txId", TX).with("state", "INDETERMINATE"));
        assertThat(answer.response().headers().firstValue("Location")).hasValue("/api/v1/transactions/" + TX);
        assertThat(gateway.get("dpo", "/api/v1/transactions/" + TX).json().text("state"))
                .isEqualTo("INDETERMINATE");
    }

    @Test
    void an_administrator_sees_what_has_no_outcome_and_releases_it_and_it_stays_unknown() {
        String open = "d".repeat(64);
        gateway.ledger.answerNext(new Submission.Indeterminate(open));
        gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());
        String release = "/api/v1/outbox/" + open + "/releases";

        assertThat(gateway.get("dpo", "/api/v1/outbox").status()).isEqualTo(403);
        assertThat(gateway.get("admin", "/api/v1/outbox").json().objects("items"))
                .anySatisfy(item -> {
                    assertThat(item.text("txId")).isEqualTo(open);
                    assertThat(item.integer("refusals")).isEqualTo(3);
                });
        assertThat(gateway.post("dpo", release, JSON, "").status()).isEqualTo(403);
        assertThat(gateway.post("admin", release, JSON, "").json())
                .isEqualTo(JsonObject.empty().with("txId", open).with("state", "INDETERMINATE"));
        assertThat(gateway.post("admin", release, JSON, "").status()).isEqualTo(404);
        assertThat(gateway.get("dpo", "/api/v1/transactions/" + open).json().text("state"))
                .isEqualTo("INDETERMINATE");
    }

    @Test
    void a_command_that_only_a_tick_was_in_the_way_of_says_so() {
        gateway.ledger.answerNext(new Submission.Committed(TX, 1, JsonObject.empty(), List.of(), Optional.of("fence")));

        assertThat(gateway.command("dpo", "notice:publish", CommandRoutesTest.notice())
                        .json()
                        .text("retried"))
                .isEqualTo("fence");
    }

    @Test
    void a_preview_says_what_the_rules_would_say_and_sends_nothing() {
        long before = gateway.ledger.height();
        String preview = "/api/v1/previews/notice/publish";

        Answer accepted = gateway.post(
                "dpo",
                preview,
                JSON,
                JsonObject.of("body", CommandRoutesTest.notice()).canonical());
        Answer refused = gateway.post(
                "dpo",
                preview,
                JSON,
                JsonObject.of("body", CommandRoutesTest.notice().withTexts("dataCategories", List.of()))
                        .canonical());

        assertThat(accepted.json().text("outcome"))
                .as(accepted.json().canonical())
                .isEqualTo("ACCEPTED");
        assertThat(accepted.json().has("height")).isTrue();
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().text("outcome")).isEqualTo("REFUSED");
        assertThat(refused.codes()).containsExactly("CONSENT_CORE_MISSING");
        assertThat(gateway.ledger.height()).isEqualTo(before);
        assertThat(gateway.post(
                                "officer",
                                preview,
                                JSON,
                                JsonObject.of("body", CommandRoutesTest.notice())
                                        .canonical())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_answer_says_when_the_index_is_behind() {
        gateway.index.behind(1);
        try {
            assertThat(gateway.command("dpo", "notice:publish", CommandRoutesTest.notice())
                            .json()
                            .flag("indexed"))
                    .isFalse();
        } finally {
            gateway.index.behind(0);
        }
    }

    @Test
    void a_transaction_that_the_fence_has_passed_is_invalid_though_no_block_holds_it() {
        String passed = "d".repeat(64);
        gateway.ledger.answerNext(new Submission.Conflict(passed, 1, "FENCE_PASSED", List.of(), 4));

        Answer answer = gateway.command("dpo", "notice:publish", CommandRoutesTest.notice());
        Answer transaction = gateway.get("dpo", "/api/v1/transactions/" + passed);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(transaction.status()).isEqualTo(200);
        assertThat(transaction.json().text("state")).isEqualTo("INVALID");
        assertThat(transaction.json().text("validationCode")).isEqualTo("FENCE_PASSED");
    }
}
