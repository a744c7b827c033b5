package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.START_MS;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideUseTest {

    private static final String DECIDE = "usage:decide";

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @Test
    void the_consumer_decides_at_once_and_the_answer_holds_outcome_reasons_and_terms() {
        JsonObject request = asked(care.request());

        Result.Success success = market.accept(CareMarket.LUMEN, Role.CONSUMER_OFFICER, DECIDE, body(request));

        JsonObject answer = StrictJsonReader.parseObject(success.payload()).object("answer");
        assertThat(answer.members().keySet())
                .containsExactly("duties", "outcome", "reasons", "usesMax", "validUntilMs");
        assertThat(answer.text("outcome")).isEqualTo("PERMIT");
        assertThat(success.event().orElseThrow())
                .contains("\"fact\":\"UsageDecision.written\"")
                .contains("\"fact\":\"Duty.OPEN\"");
    }

    @Test
    void a_refusal_of_the_use_is_a_success_of_the_command() {
        JsonObject request = asked(care.request(CareMarket.ORBIT, VERSION));

        Result.Success success = market.accept(CareMarket.ORBIT, Role.CONSUMER_OFFICER, DECIDE, body(request));

        assertThat(StrictJsonReader.parseObject(success.payload())
                        .object("answer")
                        .members()
                        .keySet())
                .containsExactly("duties", "outcome", "reasons");
    }

    @Test
    void decided_already_gives_the_same_answer_and_writes_nothing() {
        JsonObject request = asked(care.request());
        Result.Success first = market.accept(CareMarket.LUMEN, Role.CONSUMER_OFFICER, DECIDE, body(request));
        care.add("PTL!pty-lumen!A", "bans", SmallMarket.json("{\"banId\":\"ban-1\",\"untilMs\":1803859200000}"));

        for (Result.Success again : List.of(
                market.at(START_MS + 1_000).accept(CareMarket.LUMEN, Role.CONSUMER_OFFICER, DECIDE, body(request)),
                market.at(START_MS + 900_000).accept("pty-cac", Role.REGULATOR_OFFICER, DECIDE, body(request)))) {
            assertThat(answer(again)).isEqualTo(answer(first));
            assertThat(again.writes()).isEmpty();
            assertThat(again.event()).isEmpty();
        }
    }

    @Test
    void another_consumer_never_decides() {
        JsonObject request = asked(care.request());

        market.at(START_MS + 900_000);
        assertThat(codes(market.send(CareMarket.ORBIT, Role.CONSUMER_OFFICER, DECIDE, body(request))))
                .containsExactly("NOT_YOURS");
    }

    @ParameterizedTest
    @CsvSource({"pty-exchange, EXCHANGE_OFFICER", "pty-cac, REGULATOR_OFFICER"})
    void others_decide_what_is_withheld_and_not_before(String party, Role role) {
        JsonObject request = asked(care.request());

        market.at(START_MS + 899_999);
        assertThat(codes(market.send(party, role, DECIDE, body(request)))).containsExactly("DUE_NOT_REACHED");
        market.at(START_MS + 900_000);
        assertThat(codes(market.send(party, role, DECIDE, body(request)))).isEmpty();
        assertThat(market.stored("DEC!" + request.text("requestId")).text("decidedByParty"))
                .isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource({
        "pty-assoc, ASSOCIATION_OFFICER",
        "pty-exchange, EXCHANGE_COMPLIANCE",
        "pty-medcenter, PROVIDER_OFFICER",
        "pty-lumen, ORG_ADMIN"
    })
    void no_other_role_decides(String party, Role role) {
        JsonObject request = asked(care.request());

        market.at(START_MS + 900_000);
        assertThat(codes(market.send(party, role, DECIDE, body(request)))).containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void a_request_that_was_never_made_is_not_found() {
        JsonObject body = JsonObject.empty().with("requestId", CareMarket.uuid(404));

        assertThat(codes(market.send(CareMarket.LUMEN, Role.CONSUMER_OFFICER, DECIDE, body)))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void a_body_takes_nothing_but_the_request() {
        JsonObject body = body(asked(care.request())).with("outcome", "PERMIT");

        assertThat(codes(market.send(CareMarket.LUMEN, Role.CONSUMER_OFFICER, DECIDE, body)))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void the_same_decision_sent_by_different_senders_gives_the_same_reads() {
        JsonObject request = asked(care.request());
        market.at(START_MS + 900_000);

        JsonObject byConsumer = endorsed(CareMarket.LUMEN, Role.CONSUMER_OFFICER, request);
        JsonObject byExchange = endorsed("pty-exchange", Role.EXCHANGE_OFFICER, request);
        JsonObject byRegulator = endorsed("pty-cac", Role.REGULATOR_OFFICER, request);

        String[] sendersOwn = {"byMsp", "byParty", "byRole", "createdTx", "decidedByParty", "updatedTx"};
        assertThat(byExchange.without(sendersOwn)).isEqualTo(byConsumer.without(sendersOwn));
        assertThat(byRegulator.without(sendersOwn)).isEqualTo(byConsumer.without(sendersOwn));
    }

    @Test
    void reads_stand_in_the_order_of_the_rules_with_keys_ascending() {
        market.at(START_MS + 1_000);
        care.withdraw(GRANT, 2);
        care.acknowledge(GRANT);
        group();
        JsonObject request = care.request()
                .withObjects(
                        "reviews",
                        List.of(
                                JsonObject.empty()
                                        .with("scopeCode", "REVIEW_GROUP")
                                        .with("partyId", "pty-exchange"),
                                JsonObject.empty()
                                        .with("scopeCode", "REVIEW_LIST")
                                        .with("partyId", "pty-exchange")));

        JsonObject decision = care.decide(request);

        String id = request.text("requestId");
        String review = "APR!REQ!" + id + "!" + decision.text("requestHash") + "!";
        String cst = GRANT.consentId();
        assertThat(reads(decision))
                .containsExactly(
                        "REQ!" + id,
                        "DEC!" + id + " absent",
                        "AVR!" + VERSION,
                        "AST!ast-med",
                        "CNS!" + cst,
                        "MKT!founding",
                        "RHD!CN_CSL",
                        "RHD!CN_DSL",
                        "RHD!CN_PIPL",
                        "RUL!rs-cn-2026-1",
                        "PTL!pty-lumen!A",
                        "PTL!pty-lumen!L",
                        "PTL!pty-lumen!X",
                        "PTL!pty-medcenter!A",
                        "PTL!pty-medcenter!L",
                        "PTL!pty-medcenter!X",
                        "PTY!pty-lumen",
                        "PTY!pty-medcenter",
                        review + "REVIEW_GROUP!pty-exchange absent",
                        review + "REVIEW_LIST!pty-exchange absent",
                        "PTG!pty-lumen",
                        "PTG!pty-medcenter absent",
                        "GRP!grp-g! 16 [GRP!grp-g!pty-lumen, GRP!grp-g!pty-orbit]",
                        "PTL!pty-orbit!L",
                        "CNH!" + cst,
                        "REV!" + cst + "! 1 []",
                        "CNG!" + cst + "!000001");
    }

    @Test
    void everything_that_the_command_reads_for_the_decision_is_in_it_but_sections_fence_and_the_senders_own() {
        JsonObject request = asked(care.request());
        market.at(START_MS + 900_000);

        Result.Success success = market.accept("pty-exchange", Role.EXCHANGE_OFFICER, DECIDE, body(request));

        List<String> listed = reads(market.stored("DEC!" + request.text("requestId")));
        List<String> others = new ArrayList<>();
        for (Read read : success.reads()) {
            String text = text(read.json());
            if (!listed.contains(text) && !text.startsWith("RUS!")) {
                others.add(text);
            }
        }
        assertThat(others).containsExactly("TIK!market", "PTY!pty-exchange", "RHD!MARKET");
    }

    @Test
    void a_request_that_leaves_regimes_out_gains_nothing() {
        JsonObject none = care.decide(care.request(CareMarket.ORBIT, VERSION));
        JsonObject one = care.decide(care.request(CareMarket.ORBIT, VERSION).with("regimes", texts("CN_DSL")));

        assertThat(one.texts("regimes")).isEqualTo(none.texts("regimes"));
        assertThat(CareMarket.full(one)).isEqualTo(CareMarket.full(none));
    }

    private void group() {
        for (String member : List.of("pty-lumen", "pty-orbit")) {
            market.put("GRP!grp-g!" + member, "{\"groupId\":\"grp-g\",\"partyId\":\"" + member + "\",\"rev\":1}");
        }
        market.put("PTG!pty-lumen", "{\"groupId\":\"grp-g\",\"rev\":1}");
    }

    private JsonObject asked(JsonObject request) {
        care.ask(request);
        return request;
    }

    private JsonObject endorsed(String party, Role role, JsonObject request) {
        Result.Success success = (Result.Success) market.endorse(party, role, DECIDE, body(request));
        return success.writes().stream()
                .map(write -> (io.provenant.dispatch.Write.Put) write)
                .filter(put -> put.key().startsWith("DEC!"))
                .map(put -> StrictJsonReader.parseObject(put.value()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject body(JsonObject request) {
        return JsonObject.empty().with("requestId", request.text("requestId"));
    }

    private static JsonObject answer(Result.Success success) {
        return StrictJsonReader.parseObject(success.payload()).object("answer");
    }

    private static List<String> reads(JsonObject decision) {
        return decision.objects("reads").stream().map(DecideUseTest::text).toList();
    }

    private static String text(JsonObject read) {
        if (read.has("from")) {
            return read.text("from") + " " + read.integer("atMost") + " "
                    + read.objects("rows").stream().map(row -> row.text("key")).toList();
        }
        return read.text("key") + (read.has("absent") ? " absent" : "");
    }
}
