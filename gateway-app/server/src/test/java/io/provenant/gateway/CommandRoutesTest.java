package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses and problem documents of domain 3a.15, each by real HTTP. */
class CommandRoutesTest {

    private static final String NOTICES = "/api/v1/commands/notice/publish";
    private static final String JSON = "application/json";

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void a_command_in_a_block_is_201_with_its_answer_writes_and_place() {
        JsonObject notice = notice();

        Answer answer = gateway.command("dpo", "notice:publish", notice);

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(201);
        assertThat(answer.json().object("answer")).isEqualTo(JsonObject.empty());
        assertThat(answer.json().objects("writes"))
                .containsExactly(JsonObject.empty()
                        .with("key", "NTC!" + notice.text("noticeId") + "!000001")
                        .with("rev", 1));
        assertThat(answer.json().flag("indexed")).isTrue();
        assertThat(answer.response().headers().firstValue("Location"))
                .hasValue("/api/v1/transactions/" + answer.json().text("txId"));
    }

    @Test
    void a_refusal_by_the_rules_is_422_with_codes_fields_and_what_to_do() {
        Answer answer = gateway.command(
                "dpo",
                "notice:publish",
                notice().withTexts("purposeCodes", List.of("dpv:ServiceManagement"))
                        .withTexts("dataCategories", List.of()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("CONSENT_CORE_MISSING");
        assertThat(answer.codes()).containsExactly("CONSENT_CORE_MISSING", "CONSENT_VAGUE");
        assertThat(answer.json().objects("errors"))
                .extracting(error -> error.text("pointer") + " " + error.text("code"))
                .containsExactly("/body/dataCategories CONSENT_CORE_MISSING", "/body/purposeCodes CONSENT_VAGUE");
        assertThat(answer.json().text("detail")).contains("What to do: complete notice and grant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"body":                                     | 400 | not-json
                    {"body":{},"body":{}}                        | 400 | not-json
                    {"body":{"versionNo":null}}                  | 400 | not-json
                    {"body":{}} trailing                         | 400 | not-json
                    {"body":{"versionNo":1.5}}                   | 400 | NUMBER_NOT_EXACT
                    {"body":{"versionNo":9007199254740993}}      | 400 | NUMBER_NOT_EXACT
                    {"body":{},"extra":{}}                       | 400 | not-acceptable
                    {"actor":{}}                                 | 400 | not-acceptable
                    []                                           | 400 | not-json
                    {"body":{},"actor":7}                        | 422 | INPUT_MALFORMED
                    {"body":{"unknown":1}}                       | 422 | INPUT_MALFORMED
                    {"body":7}                                   | 422 | INPUT_MALFORMED
                    """)
    void bad_input_has_a_stable_code_and_never_reaches_the_ledger(String body, int status, String type) {
        long before = gateway.ledger.height();

        Answer answer = gateway.post("dpo", NOTICES, JSON, body);

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo(type);
        assertThat(gateway.ledger.height()).isEqualTo(before);
    }

    @Test
    void an_unknown_member_is_named_by_its_pointer() {
        Answer answer = gateway.command("dpo", "notice:publish", notice().with("colour", "red"));

        assertThat(answer.json().objects("errors"))
                .containsExactly(
                        JsonObject.empty().with("pointer", "/body/colour").with("code", "INPUT_MALFORMED"));
    }

    @Test
    void an_id_that_looks_like_a_person_is_refused_before_it_is_sent() {
        Answer answer = gateway.command("dpo", "notice:publish", notice().with("controllerId", "pty-13800138000"));

        assertThat(answer.codes()).containsExactly("ID_LOOKS_PERSONAL");
    }

    @Test
    void a_code_that_is_in_no_list_is_refused_by_the_rules() {
        Answer answer =
                gateway.command("dpo", "notice:publish", notice().withTexts("purposeCodes", List.of("dpv:Mischief")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly("CODE_UNKNOWN");
    }

    @Test
    void a_body_above_the_limit_is_413() {
        Answer answer = gateway.post("dpo", NOTICES, JSON, "{\"body\":{\"x\":\"" + "y".repeat(300_000) + "\"}}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).isEqualTo("too-large");
    }

    @Test
    void an_unknown_command_is_404_and_a_read_only_one_says_where_it_is() {
        Answer unknown = gateway.post("dpo", "/api/v1/commands/notice/burn", JSON, "{\"body\":{}}");
        Answer describe = gateway.post("dpo", "/api/v1/commands/ledger/describe", JSON, "{\"body\":{}}");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.codes()).containsExactly("COMMAND_UNKNOWN");
        assertThat(describe.json().text("detail")).contains("/api/v1/ledger");
    }

    @Test
    void a_person_without_the_role_is_403_and_told_which_it_takes() {
        Answer answer = gateway.command("officer", "notice:publish", notice());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("unauthorised");
        assertThat(answer.json().text("detail")).contains("controller.dpo").contains("exchange.officer");
    }

    @Test
    void the_role_to_act_in_can_be_named_and_must_be_held() {
        String body = JsonObject.of("body", notice()).canonical();

        assertThat(gateway.send(gateway.request("dpo", NOTICES)
                                .header("Pvn-Act-As", "controller.dpo")
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(201);
        assertThat(gateway.send(gateway.request("dpo", NOTICES)
                                .header("Pvn-Act-As", "controller.app")
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(403);
        assertThat(gateway.send(gateway.request("dpo", NOTICES)
                                .header("Pvn-Act-As", "emperor")
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_idempotency_key_repeats_the_first_answer_and_refuses_another_body() {
        String key = UUID.randomUUID().toString();
        JsonObject first = notice();

        Answer once = keyed(key, first);
        Answer again = keyed(key, first);
        Answer other = keyed(key, notice());

        assertThat(once.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(once.json());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.type()).isEqualTo("idempotency-key");
        assertThat(keyed("not-a-uuid", first).status()).isEqualTo(400);
    }

    @Test
    void a_hosted_partys_signed_command_is_carried_as_host_gateway() {
        JsonObject actor = JsonObject.empty()
                .with("partyId", "pty-clinic")
                .with("keyId", "k1")
                .with("notAfterMs", 1_772_420_000_000L)
                .with("signature", "AAAA");
        String body = JsonObject.of("body", notice()).with("actor", actor).canonical();

        Answer carried = gateway.post("gateway", NOTICES, JSON, body);
        Answer notAHost = gateway.post("dpo", NOTICES, JSON, body);

        assertThat(carried.codes()).containsExactly("INVOKER_UNKNOWN");
        assertThat(notAHost.status()).isEqualTo(403);
        assertThat(notAHost.json().text("detail")).contains("host.gateway");
    }

    @Test
    void an_unknown_route_and_a_wrong_method_are_problem_documents() {
        assertThat(gateway.get("dpo", "/api/v2/anything").type()).isEqualTo("no-route");
        assertThat(gateway.get("dpo", "/api/v1/lineage").status()).isEqualTo(405);
        assertThat(gateway.get("dpo", "/api/v1/lineage").type()).isEqualTo("not-acceptable");
    }

    private static Answer keyed(String key, JsonObject body) {
        return gateway.send(gateway.request("dpo", NOTICES)
                .header("Idempotency-Key", key)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(JsonObject.of("body", body).canonical())));
    }

    static JsonObject notice() {
        String digest = "d".repeat(64);
        return JsonObject.empty()
                .with("noticeId", UUID.randomUUID().toString())
                .with("versionNo", 1)
                .with("controllerId", "pty-exchange")
                .with("contentHash", digest)
                .with("language", "zh-CN")
                .withTexts("deviationCodes", List.of())
                .with("processorNameCommit", digest)
                .with("contactChannelHash", digest)
                .with("rightsChannelHash", digest)
                .with("complaintChannelHash", digest)
                .with("authorityId", "pty-cac")
                .withTexts("purposeCodes", List.of("dpv:ScientificResearch"))
                .withTexts("methodCodes", List.of("AUTOMATED"))
                .withTexts("dataCategories", List.of("pd:Age"))
                .with("retentionDays", 90)
                .withTexts("recipientIds", List.of())
                .with("necessityAndImpact", false)
                .with("readabilityBp", 6000)
                .with("readabilityMethodCode", "FLESCH")
                .with("effectiveFromMs", 1_772_416_800_000L);
    }
}
