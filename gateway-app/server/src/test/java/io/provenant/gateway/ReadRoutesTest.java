package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadRoutesTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    private static JsonObject notice;
    private static String txId;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
        notice = CommandRoutesTest.notice();
        txId = gateway.command("dpo", "notice:publish", notice).json().text("txId");
    }

    @Test
    void a_record_is_shown_with_its_transaction_and_the_height_it_holds_for() {
        Answer answer = gateway.get("trainee", noticePath());

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(200);
        assertThat(answer.json().object("value").text("state")).isEqualTo("COMMUNICATED");
        assertThat(answer.json().object("written").text("txId")).isEqualTo(txId);
        assertThat(answer.json().object("written").text("time")).endsWith("Z");
        assertThat(answer.json().integer("height")).isEqualTo(1);
        assertThat(answer.json().has("ledgerTimeMs")).isTrue();
    }

    @Test
    void an_id_with_slashes_is_percent_encoded() {
        gateway.index.put(
                1,
                "LHD!" + TestGateway.ORIGIN,
                Optional.of(JsonObject.empty().with("docType", "LogHead")),
                txId,
                "log:open");

        Answer answer =
                gateway.get("trainee", "/api/v1/anchor/log-head/" + IntakeRoutesTest.segment(TestGateway.ORIGIN));

        assertThat(answer.json().text("key")).isEqualTo("LHD!" + TestGateway.ORIGIN);
    }

    @Test
    void nothing_found_not_indexed_yet_and_not_yours_to_see_are_three_answers() {
        String absent = "/api/v1/party/party/pty-nobody";

        Answer notFound = gateway.get("trainee", absent);
        gateway.index.behind(1);
        Answer notIndexed = gateway.get("trainee", absent);
        gateway.index.behind(0);
        Answer notVisible =
                gateway.get("trainee", "/api/v1/documents/pdcListing/pty-cac/00112233445566778899aabbccddeeff");

        assertThat(notFound.status() + notFound.type()).isEqualTo("404NOT_FOUND");
        assertThat(notIndexed.status() + notIndexed.type()).isEqualTo("404NOT_INDEXED");
        assertThat(notIndexed.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(notIndexed.json().integer("height")).isEqualTo(0);
        assertThat(notVisible.status() + notVisible.type()).isEqualTo("403NOT_VISIBLE");
    }

    @Test
    void a_list_is_walked_by_its_cursor_and_misses_nothing() {
        List<String> keys = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String cursor = next.get().isEmpty() ? "" : "&cursor=" + next.get();
            JsonObject part = gateway.get("trainee", "/api/v1/party/party?limit=1" + cursor)
                    .json();
            part.objects("items").forEach(item -> keys.add(item.text("key")));
            next = part.optionalText("next");
        }

        assertThat(keys).containsExactly("PTY!pty-cac", "PTY!pty-exchange");
    }

    @Test
    void a_cursor_of_another_list_and_an_impossible_limit_are_refused() {
        assertThat(gateway.get("trainee", "/api/v1/party/party?cursor=nonsense").type())
                .isEqualTo("not-acceptable");
        assertThat(gateway.get("trainee", "/api/v1/party/party?limit=0").type()).isEqualTo("not-acceptable");
        assertThat(gateway.get("trainee", "/api/v1/party/party?limit=ten").type())
                .isEqualTo("not-acceptable");
        assertThat(gateway.get("trainee", "/api/v1/party/party?colour=red").type())
                .isEqualTo("not-acceptable");
    }

    @Test
    void the_history_of_a_record_is_a_list() {
        Answer answer = gateway.get("trainee", noticePath() + "/history");

        assertThat(answer.json().objects("items")).hasSize(1);
    }

    @Test
    void records_are_listed_by_what_they_relate_to() {
        Answer answer = gateway.get("trainee", "/api/v1/asset/asset-version?consent=" + notice.text("noticeId"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().objects("items")).isEmpty();
    }

    @Test
    void the_audit_says_who_did_what_when_and_what_changed() {
        Answer answer = gateway.get("trainee", "/api/v1/audit?party=pty-exchange");

        JsonObject row = answer.json().objects("items").stream()
                .filter(item -> item.text("txId").equals(txId))
                .findFirst()
                .orElseThrow();
        assertThat(row.text("fact")).isEqualTo("Notice.COMMUNICATED");
        assertThat(row.text("command")).isEqualTo("notice:publish");
        assertThat(row.text("partyId")).isEqualTo("pty-exchange");
        assertThat(row.text("role")).isEqualTo("controller.dpo");
        assertThat(row.objects("changes")).isNotEmpty();
    }

    @Test
    void an_audit_has_exactly_one_subject() {
        assertThat(gateway.get("trainee", "/api/v1/audit").type()).isEqualTo("not-acceptable");
        assertThat(gateway.get("trainee", "/api/v1/audit?party=a&origin=b").type())
                .isEqualTo("not-acceptable");
    }

    @Test
    void a_transaction_is_looked_up_by_its_id() {
        assertThat(gateway.get("trainee", "/api/v1/transactions/" + txId).json().text("state"))
                .isEqualTo("COMMITTED");
        assertThat(gateway.get("trainee", "/api/v1/transactions/" + "9".repeat(64))
                        .type())
                .isEqualTo("NOT_FOUND");
        assertThat(gateway.get("trainee", "/api/v1/transactions/xyz").type()).isEqualTo("not-acceptable");
    }

    @Test
    void records_of_no_known_type_have_no_route() {
        assertThat(gateway.get("trainee", "/api/v1/party/unicorn/x").type()).isEqualTo("no-route");
    }

    @Test
    void the_status_warns_of_what_this_network_cannot_prove() {
        JsonObject status = gateway.get("", "/api/v1/status").json();

        assertThat(status.text("network")).isEqualTo("embedded");
        assertThat(status.texts("warnings"))
                .anySatisfy(warning -> assertThat(warning).contains("proves anything between organisations"))
                .anySatisfy(warning -> assertThat(warning).contains("leader's operator can delay"));
    }

    @Test
    void an_administrator_has_the_index_rebuilt_once_at_a_time() {
        String rebuilds = "/api/v1/index/rebuilds";

        assertThat(gateway.get("trainee", "/api/v1/index").json().flag("rebuilding"))
                .isFalse();
        assertThat(gateway.post("officer", rebuilds, "application/json", "").status())
                .isEqualTo(403);
        assertThat(gateway.post("admin", rebuilds, "application/json", "").status())
                .isEqualTo(202);
        assertThat(gateway.post("admin", rebuilds, "application/json", "").type())
                .isEqualTo("rebuild-runs");
        assertThat(gateway.get("trainee", "/api/v1/index").json().flag("rebuilding"))
                .isTrue();
    }

    @Test
    void the_ledger_says_which_code_it_runs() {
        JsonObject ledger = gateway.get("trainee", "/api/v1/ledger").json();

        assertThat(ledger.text("codeSha256")).hasSize(64);
        assertThat(ledger.text("commandTableHash")).hasSize(64);
    }

    @Test
    void keys_to_attest_ascend() {
        Answer refused = gateway.post(
                "trainee", "/api/v1/attestations", "application/json", "{\"keys\":[\"TIK!market\",\"MKT!founding\"]}");
        Answer given = gateway.post(
                "trainee", "/api/v1/attestations", "application/json", "{\"keys\":[\"MKT!founding\",\"TIK!market\"]}");

        assertThat(refused.codes()).containsExactly("INPUT_MALFORMED");
        assertThat(given.json().text("docType")).isEqualTo("Attestation");
    }

    private static String noticePath() {
        return "/api/v1/consent/notice/" + notice.text("noticeId") + "!000001";
    }
}
