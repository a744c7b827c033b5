package io.provenant.anchor;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportEquivocationTest {

    private static final String REPORT = "log:reportEquivocation";
    private static final String FIRST = "EQV!" + TradeLog.ORIGIN;
    private static final TradeLog SEVEN = TradeLog.honest(7);
    private static final TradeLog FORK = TradeLog.forked(7, 6);

    private final SmallMarket market = TradeLog.market();

    @Test
    void two_signed_roots_of_one_size_are_a_violation_of_the_logs_owner() {
        Result.Success success = accept(roots(SEVEN.signed(), FORK.signed()));

        String id = "eqv-678f452f95c8ddb3eeb6040dc4284f57";
        JsonObject violation = market.stored("VIO!" + id);
        assertThat(violation.text("code")).isEqualTo("EQUIVOCATION");
        assertThat(violation.text("state")).isEqualTo("RECORDED");
        assertThat(violation.text("partyId")).isEqualTo("pty-exchange");
        assertThat(violation.text("subjectKey")).isEqualTo("LOG!" + TradeLog.ORIGIN);
        assertThat(violation.integer("severity")).isEqualTo(4);
        assertThat(violation.text("evidenceCommit"))
                .isEqualTo("678f452f95c8ddb3eeb6040dc4284f57d52135d50e8062a13ac7896159fade0f");
        assertThat(market.stored(FIRST).text("violationId")).isEqualTo(id);
        assertThat(success.event().orElseThrow()).contains("\"fact\":\"Violation.RECORDED\"");
    }

    @Test
    void anybody_reports_it_the_owner_included_and_the_head_is_not_read() {
        JsonObject evidence = roots(SEVEN.signed(), FORK.signed());

        Result own = market.endorse("pty-exchange", Role.ORG_ADMIN, REPORT, body(evidence));
        Result other = market.endorse("pty-buyer", Role.CONSUMER_OFFICER, REPORT, body(evidence));

        assertThat(codes(own)).isEmpty();
        assertThat(codes(other)).isEmpty();
        assertThat(((Result.Success) other).reads())
                .flatExtracting(Read::keys)
                .filteredOn(key -> !key.startsWith("RU") && !key.startsWith("RHD!"))
                .containsExactly(
                        "TIK!market",
                        "MKT!founding",
                        "PTY!pty-buyer",
                        "LOG!" + TradeLog.ORIGIN,
                        "VIO!eqv-678f452f95c8ddb3eeb6040dc4284f57",
                        FIRST);
    }

    @Test
    void the_same_evidence_again_gives_the_same_answer_and_writes_nothing() {
        JsonObject evidence = roots(SEVEN.signed(), FORK.signed());
        accept(evidence);

        Result.Success again = accept(evidence);

        assertThat(again.writes()).isEmpty();
        assertThat(again.payload()).contains("eqv-678f452f95c8ddb3eeb6040dc4284f57");
    }

    @Test
    void a_violation_that_was_dismissed_is_not_recorded_anew() {
        JsonObject evidence = roots(SEVEN.signed(), FORK.signed());
        accept(evidence);
        String key = "VIO!eqv-678f452f95c8ddb3eeb6040dc4284f57";
        market.put(key, market.stored(key).with("state", "DISMISSED").canonical());

        accept(evidence);

        assertThat(market.stored(key).text("state")).isEqualTo("DISMISSED");
    }

    @Test
    void the_first_equivocation_of_a_log_stays_and_every_other_one_is_a_violation_too() {
        accept(roots(SEVEN.signed(), FORK.signed()));

        Result.Success second = accept(roots(TradeLog.forked(7, 2).signed(), SEVEN.signed()));

        assertThat(market.stored(FIRST).integer("rev")).isOne();
        assertThat(market.stored(FIRST).text("violationId")).isEqualTo("eqv-678f452f95c8ddb3eeb6040dc4284f57");
        assertThat(second.writes()).hasSize(1);
    }

    @Test
    void evidence_has_one_order() {
        JsonObject swapped = evidence("ROOT", FORK.signed(), SEVEN.signed());

        assertThat(report(swapped)).containsExactly("INPUT_MALFORMED");
        JsonObject leaves = leaves(6, SEVEN.signedLeaf(6), FORK.signedLeaf(6));
        JsonObject first = leaves.object("first");
        assertThat(report(leaves.with("first", leaves.object("second")).with("second", first)))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void two_heads_that_do_not_contradict_each_other_prove_nothing() {
        assertThat(report(roots(SEVEN.signed(), SEVEN.signed()))).containsExactly("EQUIVOCATION_NOT_PROVEN");
        assertThat(report(roots(SEVEN.signed(), TradeLog.honest(6).signed())))
                .containsExactly("EQUIVOCATION_NOT_PROVEN");
        assertThat(report(roots(SEVEN.signed(), TradeLog.forked(6, 2).signed())))
                .containsExactly("EQUIVOCATION_NOT_PROVEN");
    }

    @Test
    void nobody_frames_a_log_with_what_it_did_not_sign() {
        JsonObject foreign = TradeLog.signed(
                "ledger.example/market-1/pty-exchange/trade-1", 7, FORK.tree().root(), 1, TradeLog.SEED);
        JsonObject otherMarket = TradeLog.signed(
                "ledger.example/market-2/pty-exchange/trade-0", 7, FORK.tree().root(), 1, TradeLog.SEED);

        for (JsonObject forged : List.of(
                FORK.signed(1, TradeLog.OTHER_SEED),
                FORK.signed(2, TradeLog.SEED),
                foreign,
                otherMarket,
                FORK.signed().with("signature", SEVEN.signed().text("signature")),
                FORK.signed().with("signature", "AAAA"))) {
            assertThat(report(roots(SEVEN.signed(), forged)))
                    .as(forged.canonical())
                    .containsExactly("EQUIVOCATION_NOT_PROVEN");
        }
    }

    @Test
    void a_key_that_was_rotated_or_revoked_still_binds_its_owner() {
        JsonObject revoked = TradeLog.key(1, TradeLog.PUBLIC_KEY, 0).with("revokedFromSize", 1);
        JsonObject next = TradeLog.key(2, TradeLog.OTHER_PUBLIC_KEY, 1);
        TradeLog.put(market, TradeLog.opening().withObjects("keys", List.of(revoked, next)));

        assertThat(report(roots(SEVEN.signed(), FORK.signed()))).isEmpty();
        assertThat(report(roots(SEVEN.signed(), FORK.signed(2, TradeLog.OTHER_SEED))))
                .isEmpty();
    }

    @Test
    void a_log_that_was_never_opened_is_not_found() {
        JsonObject evidence =
                roots(SEVEN.signed(), FORK.signed()).with("origin", "ledger.example/market-1/pty-exchange/trade-7");

        assertThat(report(evidence)).containsExactly("NOT_FOUND");
    }

    @Test
    void two_leaves_at_one_index_under_two_signed_heads_are_a_proof_at_any_two_sizes() {
        for (int size = 3; size <= 9; size++) {
            JsonObject evidence =
                    leaves(2, SEVEN.signedLeaf(2), TradeLog.forked(size, 2).signedLeaf(2));
            assertThat(report(evidence)).as("size %d", size).isEmpty();
        }
    }

    @Test
    void a_leaf_under_a_head_on_the_ledger_needs_no_signature() {
        market.accept(
                "pty-exchange",
                Role.LOG_OPERATOR,
                "log:advance",
                SEVEN.advance(0).with("headRow", true));

        Result.Success success =
                accept(leaves(2, SEVEN.anchoredLeaf(2), TradeLog.forked(9, 2).signedLeaf(2)));

        assertThat(success.reads())
                .flatExtracting(Read::keys)
                .contains("LHR!" + TradeLog.ORIGIN + "!0000000000000007")
                .doesNotContain("LHD!" + TradeLog.ORIGIN);
    }

    @Test
    void a_head_row_that_is_not_there_is_not_found() {
        assertThat(report(leaves(2, SEVEN.anchoredLeaf(2), TradeLog.forked(9, 2).signedLeaf(2))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void at_most_one_side_rests_on_the_ledger() {
        assertThat(report(leaves(2, SEVEN.anchoredLeaf(2), TradeLog.forked(9, 2).anchoredLeaf(2))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void no_leaves_of_an_honest_log_contradict_each_other() {
        market.accept(
                "pty-exchange",
                Role.LOG_OPERATOR,
                "log:advance",
                SEVEN.advance(0).with("headRow", true));
        for (int index = 0; index < 7; index++) {
            for (int size = index + 1; size <= 9; size++) {
                JsonObject signed = TradeLog.honest(size).signedLeaf(index);
                JsonObject other = SEVEN.anchoredLeaf((index + 1) % 7);
                assertNotProven(leaves(index, SEVEN.anchoredLeaf(index), signed));
                assertNotProven(leaves(index, other, signed));
                assertNotProven(leaves(index, SEVEN.anchoredLeaf(index), forge(signed, index)));
            }
        }
    }

    @Test
    void evidence_of_neither_kind_is_malformed() {
        JsonObject evidence = roots(SEVEN.signed(), FORK.signed());

        assertThat(report(evidence.with("kind", "SIZE"))).containsExactly("INPUT_MALFORMED");
        assertThat(report(evidence.with("index", 3))).containsExactly("INPUT_MALFORMED");
        assertThat(report(evidence.without("second"))).containsExactly("INPUT_MALFORMED");
        assertThat(report(evidence.with("first", SEVEN.anchoredLeaf(2)))).containsExactly("INPUT_MALFORMED");
        assertThat(codes(market.send("pty-buyer", Role.CONSUMER_OFFICER, REPORT, JsonObject.empty())))
                .containsExactly("INPUT_MALFORMED");
    }

    // The signature is honest, the leaf is not: the proof does not lead to the root.
    private static JsonObject forge(JsonObject signed, int index) {
        return signed.with("leafHash", TradeLog.forked(9, index).leafHash(index).hex());
    }

    private void assertNotProven(JsonObject evidence) {
        assertThat(report(evidence)).as(evidence.canonical()).containsExactly("EQUIVOCATION_NOT_PROVEN");
    }

    private static JsonObject roots(JsonObject one, JsonObject other) {
        return ordered("rootHash", one, other, "ROOT");
    }

    private static JsonObject leaves(int index, JsonObject one, JsonObject other) {
        return ordered("leafHash", one, other, "LEAF").with("index", index);
    }

    private static JsonObject ordered(String by, JsonObject one, JsonObject other, String kind) {
        return one.text(by).compareTo(other.text(by)) <= 0 ? evidence(kind, one, other) : evidence(kind, other, one);
    }

    private static JsonObject evidence(String kind, JsonObject first, JsonObject second) {
        return JsonObject.empty()
                .with("kind", kind)
                .with("origin", TradeLog.ORIGIN)
                .with("first", first)
                .with("second", second);
    }

    private static JsonObject body(JsonObject evidence) {
        return JsonObject.of("evidence", evidence);
    }

    private Result.Success accept(JsonObject evidence) {
        return market.accept("pty-buyer", Role.CONSUMER_OFFICER, REPORT, body(evidence));
    }

    private List<String> report(JsonObject evidence) {
        return codes(market.send("pty-buyer", Role.CONSUMER_OFFICER, REPORT, body(evidence)));
    }
}
