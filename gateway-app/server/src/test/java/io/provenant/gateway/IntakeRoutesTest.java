package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import io.provenant.gateway.generator.TradeDay;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeRoutesTest {

    static final String TRADE = segment(TestGateway.ORIGIN);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NDJSON = "application/x-ndjson";
    static final String RECORDS = "/api/v1/logs/" + TRADE + "/records";

    @TempDir
    Path folder;

    @AutoClose
    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void a_log_that_is_not_open_on_the_ledger_takes_nothing_and_names_the_key_to_open_it_with() {
        Answer refused = gateway.post("gateway", RECORDS, NDJSON, "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("log-not-open");
        assertThat(refused.json().text("detail")).contains("log:open");
        assertThat(gateway.get("gateway", "/api/v1/logs").json().objects("items"))
                .extracting(log -> log.text("publicKey").length())
                .containsExactly(43, 43);
    }

    @Test
    void each_line_is_promised_and_its_receipt_grows_until_it_is_anchored() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        List<String> lines = day(20);

        Answer answer = gateway.post("gateway", RECORDS, NDJSON, String.join("\n", lines));

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(201);
        assertThat(answer.json().integer("kept")).isEqualTo(20);
        assertThat(answer.json().objects("lines"))
                .hasSize(20)
                .allSatisfy(line -> assertThat(line.has("promise")).isTrue());
        await().untilAsserted(() -> assertThat(
                        gateway.get("gateway", receipt(7)).json().has("anchor"))
                .isTrue());
        JsonObject receipt = gateway.get("gateway", receipt(7)).json();
        assertThat(receipt.object("document").text("recordNo")).endsWith("000008");
        assertThat(receipt.text("proof")).startsWith("c2sp.org/tlog-proof@v1\nindex 7\n");
    }

    @Test
    void what_is_adopted_about_anchoring_counts_without_a_restart() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        gateway.post("gateway", RECORDS, NDJSON, String.join("\n", day(1)));
        await().until(() -> gateway.get("gateway", receipt(0)).json().has("anchor"));
        gateway.post("gateway", RECORDS, NDJSON, String.join("\n", day(3))); // too few, and no time passes here
        await().until(() -> gateway.get("gateway", receipt(2)).json().has("proof"));
        assertThat(gateway.get("gateway", receipt(2)).json().has("anchor")).isFalse();

        gateway.market.section("anchorEveryS", new JsonInteger(5)).section("anchorEveryLeaves", new JsonInteger(2));

        await().until(() -> gateway.get("gateway", receipt(2)).json().has("anchor"));
    }

    @Test
    void a_faulty_line_is_named_and_nothing_is_kept_unless_asked() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        List<String> day = day(3);
        String file =
                day.get(0) + "\n{\"kind\":\n" + day.get(1) + "\n" + day.get(2).replace("TRADE", "TRADED");

        Answer refused = gateway.post("gateway", RECORDS, NDJSON, file);
        Answer kept = gateway.post("gateway", RECORDS + "?keep-going=true", NDJSON, file);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("faulty-lines");
        assertThat(refused.json().text("detail")).contains("line 2", "nothing was kept", "keep-going");
        assertThat(refused.json().objects("lines"))
                .extracting(line -> line.integer("line") + " " + line.texts("codes"))
                .containsExactly("2 [INPUT_MALFORMED]", "4 [CODE_UNKNOWN]");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().integer("kept")).isEqualTo(2);
        assertThat(kept.json().objects("lines"))
                .extracting(line -> line.has("promise"))
                .containsExactly(true, false, true, false);
    }

    @Test
    void records_that_come_as_a_form_are_refused_with_the_type_to_send_and_none_is_taken_for_kept() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");

        Answer form = gateway.post("gateway", RECORDS, FORM, String.join("\n", day(3)));

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.type()).isEqualTo("media-type");
        assertThat(form.json().text("detail"))
                .contains(
                        "takes application/x-ndjson, not " + FORM, "nothing was kept", "Content-Type: application/x-");
    }

    @Test
    void records_that_name_no_type_are_refused() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");

        Answer untyped = gateway.send(
                gateway.request("gateway", RECORDS).POST(HttpRequest.BodyPublishers.ofString(day(1).get(0))));

        assertThat(untyped.status()).isEqualTo(415);
        assertThat(untyped.json().text("detail")).contains("and none was named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/lineage",
                "/api/v1/lineage/batch",
                "/api/v1/consents/sets",
                "/api/v1/consents/sets/11111111-1111-4111-8111-111111111111/receipts",
                "/api/v1/documents",
                "/api/v1/attestations",
                "/api/v1/commands/list/propose",
                "/api/v1/commands/approve",
                "/api/v1/previews/list/propose"
            })
    void no_route_takes_a_body_apart_as_a_form(String route) {
        Answer form = gateway.post("gateway", route, FORM, "origin=x&consentId=y&access_token=z");

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.type()).isEqualTo("media-type");
    }

    @Test
    void a_file_without_a_line_is_refused() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");

        assertThat(gateway.post("gateway", RECORDS, NDJSON, "").type()).isEqualTo("no-lines");
        assertThat(gateway.post("gateway", RECORDS, NDJSON, "\n \n").status()).isEqualTo(422);
    }

    @Test
    void a_parameter_of_another_form_is_the_senders_fault() {
        Answer answer = gateway.post("gateway", RECORDS + "?keep-going=perhaps", NDJSON, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("not-acceptable");
        assertThat(answer.json().text("detail")).contains("keep-going");
    }

    @Test
    void an_unknown_log_and_a_malformed_origin_are_told_apart() {
        String strange = segment("ledger.example/market-1/pty-other/trade-0");

        assertThat(gateway.post("gateway", "/api/v1/logs/" + strange + "/records", NDJSON, "")
                        .type())
                .isEqualTo("NOT_FOUND");
        assertThat(gateway.post("gateway", "/api/v1/logs/nonsense/records", NDJSON, "")
                        .type())
                .isEqualTo("not-acceptable");
    }

    @Test
    void a_line_that_is_too_long_is_faulty_and_a_file_that_is_too_long_is_refused() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");

        Answer line = gateway.post("gateway", RECORDS, NDJSON, "x".repeat(70_000));
        Answer file = gateway.post("gateway", RECORDS, NDJSON, "\n".repeat(100_001));

        assertThat(line.json().objects("lines").get(0).texts("codes")).containsExactly("LIMIT_EXCEEDED");
        assertThat(file.status()).isEqualTo(413);
        assertThat(file.type()).isEqualTo("too-large");
    }

    @Test
    void bodies_of_records_are_for_those_who_may_read_them_alone() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        gateway.post("gateway", RECORDS, NDJSON, String.join("\n", day(2)));

        assertThat(gateway.get("compliance", receipt(0)).status()).isEqualTo(200);
        assertThat(gateway.get("trainee", receipt(0)).type()).isEqualTo("NOT_VISIBLE");
        assertThat(gateway.get("trainee", receipt(9)).type()).isEqualTo("NOT_VISIBLE");
        assertThat(gateway.get("gateway", receipt(9)).type()).isEqualTo("NOT_FOUND");
        assertThat(gateway.post("officer", RECORDS, NDJSON, "{}").status()).isEqualTo(403);
    }

    @Test
    void others_follow_the_log_by_checkpoint_and_tiles() {
        gateway.openLog(TestGateway.ORIGIN, "TRADE");
        gateway.post("gateway", RECORDS, NDJSON, String.join("\n", day(300)));
        String log = "/api/v1/logs/" + TRADE;
        await().untilAsserted(() -> assertThat(text(gateway.get("trainee", log + "/checkpoint")))
                .startsWith(TestGateway.ORIGIN + "\n300\n"));

        assertThat(gateway.get("trainee", log + "/tile/0/000").response().body())
                .hasSize(256 * 32);
        assertThat(gateway.get("trainee", log + "/tile/0/001.p/44").response().body())
                .hasSize(44 * 32);
        assertThat(gateway.get("trainee", log + "/tile/1/000.p/1").response().body())
                .hasSize(32);
        assertThat(gateway.get("trainee", log + "/tile/entries/001.p/44")
                        .response()
                        .body())
                .hasSize(44 * 36)
                .startsWith(0, 34, 1, 1);
        assertThat(gateway.get("trainee", log + "/tile/0/001").status()).isEqualTo(404);
        assertThat(gateway.get("trainee", log + "/tile/0/1").status()).isEqualTo(404);
    }

    @Test
    void a_lineage_event_becomes_a_leaf_and_a_batch_says_what_became_of_each() {
        gateway.openLog(TestGateway.LINEAGE, "LINEAGE");
        String event = "{\"eventTime\":\"2026-03-06T02:00:00Z\",\"producer\":\"p\",\"schemaURL\":\"s\","
                + "\"run\":{\"runId\":\"r\"},\"job\":{\"namespace\":\"ns\",\"name\":\"NAME\"}}";

        Answer one = gateway.post("gateway", "/api/v1/lineage", "application/json", event);
        Answer again = gateway.post("gateway", "/api/v1/lineage", "application/json", event);
        Answer faulty = gateway.post("gateway", "/api/v1/lineage", "application/json", event.replace("run", "ran"));
        Answer batch = gateway.post(
                "gateway",
                "/api/v1/lineage/batch",
                "application/json",
                "[" + event.replace("NAME", "other") + "," + event.replace("producer", "maker") + "]");

        assertThat(one.status()).as(one.json().canonical()).isEqualTo(200);
        assertThat(one.json().texts("flags")).containsExactly("BASIS_UNSTATED");
        assertThat(again.json().flag("held")).isTrue();
        assertThat(faulty.status()).isEqualTo(200);
        assertThat(batch.json().text("status")).isEqualTo("partial_success");
        assertThat(batch.json().object("summary").integer("failed")).isEqualTo(1);
        assertThat(batch.json().objects("failed_events").get(0).integer("index"))
                .isEqualTo(1);
        assertThat(batch.json().objects("lines").get(0).has("promise")).isTrue();
    }

    private static String receipt(int index) {
        return "/api/v1/receipts/" + TRADE + "/" + index;
    }

    static List<String> day(int lines) {
        return new TradeDay(7, LocalDate.of(2026, 3, 6), lines).records();
    }

    private static String text(Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
