package io.provenant.anchor;

import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLogTest {

    private static final String OPEN = "log:open";
    private static final String NEXT = "ledger2.example/market-1/pty-exchange/trade-0";
    private static final String IN_USE = "LOU!pty-exchange!TRADE!0";

    private final SmallMarket market = new SmallMarket()
            .party("pty-exchange", PartyRole.EXCHANGE)
            .party("pty-cac", PartyRole.REGULATOR)
            .party("pty-buyer", PartyRole.CONSUMER);

    @Test
    void a_log_opens_empty_with_its_head_and_days() {
        approve(TradeLog.opening());

        Result.Success success = market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());

        assertThat(success.writes())
                .extracting(write -> ((Write.Put) write).key())
                .containsExactly("DYH!" + TradeLog.ORIGIN, "LHD!" + TradeLog.ORIGIN, "LOG!" + TradeLog.ORIGIN, IN_USE);
        JsonObject head = market.stored("LHD!" + TradeLog.ORIGIN);
        assertThat(head.integer("size")).isZero();
        assertThat(head.text("rootHash")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(head.has("checkpointHash")).isFalse();
        assertThat(head.text("docType")).isEqualTo("LogHead");
        assertThat(market.stored(IN_USE).members().keySet())
                .containsExactly("docType", "id", "origin", "rev", "schemaVersion", "updatedTx");
        JsonObject log = market.stored("LOG!" + TradeLog.ORIGIN);
        assertThat(log.text("state")).isEqualTo("ACTIVE");
        assertThat(log.has("origin")).isFalse();
        assertThat(log.has("approverIds")).isFalse();
        assertThat(market.stored("DYH!" + TradeLog.ORIGIN).has("lastDate")).isFalse();
    }

    @Test
    void a_log_that_was_opened_advances() {
        approve(TradeLog.opening());
        market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());

        market.accept(
                "pty-exchange",
                Role.LOG_OPERATOR,
                "log:advance",
                TradeLog.honest(3).advance(0));
        market.accept(
                "pty-exchange",
                Role.LOG_OPERATOR,
                "log:advance",
                TradeLog.honest(7).advance(3));

        assertThat(market.stored("LHD!" + TradeLog.ORIGIN).integer("size")).isEqualTo(7);
    }

    @Test
    void a_log_opens_once() {
        approve(TradeLog.opening());
        market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());

        assertThat(open(TradeLog.opening())).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void nobody_opens_a_log_for_another_party() {
        assertThat(codes(market.send("pty-buyer", Role.LOG_OPERATOR, OPEN, TradeLog.opening())))
                .containsExactly("NOT_YOURS");
        assertThat(codes(market.send("pty-exchange", Role.EXCHANGE_OFFICER, OPEN, TradeLog.opening())))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.example/market-2/pty-exchange/trade-0",
                "ledger.example/market-1/pty-buyer/trade-0",
                "ledger.example/market-1/pty-exchange/lineage-0",
                "ledger.example/market-1/pty-exchange/trade-1",
                "ledger.example/market-1/pty-exchange/trade-00",
                "ledger.example/market-1/pty-exchange/trade",
                "Ledger.example/market-1/pty-exchange/trade-0",
                "ledger.example/market-1/pty-exchange/trade-0\\n",
            })
    void an_origin_that_does_not_hold_channel_owner_purpose_and_shard_is_malformed(String origin) {
        JsonValue value = json("{\"x\":\"" + origin + "\"}").value("x");

        assertThat(open(TradeLog.opening().with("origin", value))).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void an_origin_longer_than_a_key_part_is_malformed() {
        String party = "pty-" + "x".repeat(60);
        String origin = "l".repeat(63) + "/market-1/" + party + "/trade-0";
        assertThat(origin).hasSizeGreaterThan(128);

        assertThat(open(TradeLog.opening().with("origin", origin).with("ownerId", party)))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_second_log_of_one_kind_is_refused_while_the_first_is_active() {
        approve(TradeLog.opening());
        market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());

        assertThat(openApproved(next())).containsExactly("LOG_IN_USE");
        assertThat(openApproved(next().with("previousOrigin", TradeLog.ORIGIN))).containsExactly("LOG_IN_USE");
    }

    @Test
    void a_follow_up_names_the_closed_log_before_it_and_takes_over_its_last_day() {
        closeFirst();

        assertThat(openApproved(next())).containsExactly("LOG_IN_USE");
        assertThat(openApproved(next().with("previousOrigin", NEXT))).containsExactly("LOG_IN_USE");
        assertThat(openApproved(next().with("previousOrigin", TradeLog.ORIGIN))).isEmpty();
        assertThat(market.stored(IN_USE).text("origin")).isEqualTo(NEXT);
        assertThat(market.stored(IN_USE).integer("rev")).isEqualTo(2);
        assertThat(market.stored("DYH!" + NEXT).text("lastDate")).isEqualTo("2026-03-06");
        assertThat(market.stored("DYH!" + NEXT).has("lastIndex")).isFalse();
        assertThat(market.stored("LOG!" + NEXT).text("previousOrigin")).isEqualTo(TradeLog.ORIGIN);
    }

    @Test
    void a_first_log_follows_none() {
        assertThat(openApproved(TradeLog.opening().with("previousOrigin", NEXT)))
                .containsExactly("LOG_IN_USE");
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false", "9007199254740991, false"})
    void the_delay_promised_is_at_most_the_rule_sets(long seconds, boolean accepted) {
        List<String> codes = openApproved(TradeLog.opening().with("maxDelayS", seconds));

        assertThat(codes).isEqualTo(accepted ? List.of() : List.of("LIMIT_EXCEEDED"));
    }

    @Test
    void another_organisation_has_approved_the_exact_body() {
        assertThat(open(TradeLog.opening())).containsExactly("APPROVALS_MISSING");
        approve(TradeLog.opening().with("maxDelayS", 30));
        assertThat(open(TradeLog.opening())).containsExactly("APPROVALS_MISSING");
        approve(TradeLog.opening());
        assertThat(open(TradeLog.opening())).isEmpty();
    }

    @Test
    void the_owners_own_approval_does_not_count() {
        JsonObject body = TradeLog.opening().withTexts("approverIds", List.of("pty-exchange"));
        market.approved("pty-exchange", "person00bb", Role.REGULATOR_OFFICER, "LOG!" + TradeLog.ORIGIN, OPEN, body);

        assertThat(open(body)).containsExactly("FOUR_EYES");
    }

    @Test
    void everything_wrong_with_an_opening_is_said_at_once() {
        approve(TradeLog.opening());
        market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());

        assertThat(open(next().with("maxDelayS", 61)))
                .containsExactly("APPROVALS_MISSING", "LIMIT_EXCEEDED", "LOG_IN_USE");
    }

    @Test
    void a_first_key_is_one_ed25519_key_of_epoch_1_from_size_0() {
        JsonObject key = TradeLog.key(1, TradeLog.PUBLIC_KEY, 0);
        String second = TradeLog.PUBLIC_KEY.substring(0, 42) + 'F';

        assertThat(openWith(key.with("keyEpoch", 2))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key.with("fromSize", 1))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key.with("alg", "ECDSA_P256"))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key.with("revokedFromSize", 9))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key.with("publicKey", "AAAA"))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key.with("publicKey", second))).containsExactly("INPUT_MALFORMED");
        assertThat(openWith()).containsExactly("INPUT_MALFORMED");
        assertThat(openWith(key, key)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void witnesses_are_named_with_keys_of_the_right_size() {
        JsonObject witness = JsonObject.empty()
                .with("name", "witness.example/w1")
                .with("alg", "ED25519")
                .with("publicKey", TradeLog.OTHER_PUBLIC_KEY);
        JsonObject broken = witness.with("publicKey", "AAAA");

        assertThat(open(TradeLog.opening().withObjects("witnessKeys", List.of(broken))))
                .containsExactly("INPUT_MALFORMED");
        assertThat(openApproved(TradeLog.opening().withObjects("witnessKeys", List.of(witness))))
                .isEmpty();
    }

    private void closeFirst() {
        approve(TradeLog.opening());
        market.accept("pty-exchange", Role.LOG_OPERATOR, OPEN, TradeLog.opening());
        String key = "LOG!" + TradeLog.ORIGIN;
        market.put(key, market.stored(key).with("state", "CLOSED").canonical());
        JsonObject days = market.stored("DYH!" + TradeLog.ORIGIN);
        JsonValue lastDate = new JsonString("2026-03-06");
        market.put(
                "DYH!" + TradeLog.ORIGIN,
                days.with("lastDate", lastDate)
                        .with("lastIndex", new JsonInteger(9_999))
                        .canonical());
    }

    private static JsonObject next() {
        return TradeLog.opening().with("origin", NEXT);
    }

    private void approve(JsonObject body) {
        market.approved("pty-cac", "person00cc", Role.REGULATOR_OFFICER, "LOG!" + body.text("origin"), OPEN, body);
    }

    private List<String> openApproved(JsonObject body) {
        approve(body);
        return open(body);
    }

    private List<String> openWith(JsonObject... keys) {
        return open(TradeLog.opening().withObjects("keys", List.of(keys)));
    }

    private List<String> open(JsonObject body) {
        return codes(market.send("pty-exchange", Role.LOG_OPERATOR, OPEN, body));
    }
}
