package io.provenant.anchor;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdvanceLogTest {

    private static final String ADVANCE = "log:advance";
    private static final String HEAD = "LHD!" + TradeLog.ORIGIN;
    private static final TradeLog SEVEN = TradeLog.honest(7);

    private final SmallMarket market = TradeLog.market();

    @Test
    void a_log_grows_from_any_size_to_any_larger_one() {
        for (int from = 0; from < 20; from++) {
            for (int to = from + 1; to <= 20; to++) {
                headAt(from);
                assertThat(advance(TradeLog.honest(to).advance(from)))
                        .as("from %d to %d", from, to)
                        .isEmpty();
                assertThat(market.stored(HEAD).integer("size")).isEqualTo(to);
            }
        }
    }

    @Test
    void a_fork_at_any_leaf_that_was_anchored_is_refused_whatever_proof_comes_with_it() {
        for (int from = 1; from <= 9; from++) {
            headAt(from);
            for (int at = 0; at < from; at++) {
                TradeLog fork = TradeLog.forked(12, at);
                String as = "from " + from + " forked at " + at;
                JsonObject own = fork.advance(from);
                JsonObject honest = TradeLog.honest(12).advance(from, fork.signed());
                assertThat(advance(own)).as(as).containsExactly("CONSISTENCY_INVALID");
                assertThat(advance(honest)).as(as).containsExactly("CONSISTENCY_INVALID");
            }
        }
        assertThat(market.stored(HEAD).integer("rev")).isOne();
    }

    @Test
    void a_log_never_shrinks() {
        headAt(7);

        for (int size = 1; size < 7; size++) {
            TradeLog smaller = TradeLog.honest(size);
            assertThat(advance(smaller.advance(0))).containsExactly("CONSISTENCY_INVALID");
            assertThat(advance(SEVEN.advance(size, smaller.signed()))).containsExactly("CONSISTENCY_INVALID");
        }
        assertThat(advance(TradeLog.honest(0).advance(0))).containsExactly("CONSISTENCY_INVALID");
    }

    @Test
    void one_size_has_one_root() {
        headAt(7);

        assertThat(advance(TradeLog.forked(7, 6).advance(0))).containsExactly("CONSISTENCY_INVALID");
        headAt(0);
        JsonObject rootOfNothing =
                TradeLog.signed(TradeLog.ORIGIN, 0, SEVEN.tree().root(), 1, TradeLog.SEED);
        assertThat(advance(TradeLog.honest(0).advance(0, rootOfNothing))).containsExactly("CONSISTENCY_INVALID");
    }

    @Test
    void the_same_head_again_gives_the_same_answer_and_writes_nothing() {
        headAt(3);
        Result.Success first = accept(SEVEN.advance(3));
        market.at(market.nowMs() + 600_000);

        Result.Success again = accept(SEVEN.advance(3));

        assertThat(again.writes()).isEmpty();
        assertThat(again.event()).isEmpty();
        assertThat(SmallMarket.json(again.payload()).object("answer"))
                .isEqualTo(SmallMarket.json(first.payload()).object("answer"));
    }

    @Test
    void the_empty_head_is_the_same_head_too() {
        assertThat(accept(TradeLog.honest(0).advance(0)).writes()).isEmpty();
    }

    @Test
    void a_proof_for_another_size_is_refused() {
        headAt(3);

        for (int other : new int[] {1, 2, 4, 5, 6}) {
            List<String> path = TradeLog.hex(SEVEN.tree().consistency(other, 7).path());
            assertThat(advance(SEVEN.advance(3).withTexts("proof", path)))
                    .as("proof from %d", other)
                    .containsExactly("CONSISTENCY_INVALID");
        }
        List<String> toSix = TradeLog.hex(SEVEN.tree().consistency(3, 6).path());
        assertThat(advance(SEVEN.advance(3).withTexts("proof", toSix))).containsExactly("CONSISTENCY_INVALID");
    }

    @Test
    void a_proof_with_a_hash_too_many_or_too_few_is_refused() {
        headAt(3);
        List<String> path = SEVEN.advance(3).texts("proof");
        List<String> longer = new ArrayList<>(path);
        longer.add(path.get(0));

        assertThat(advance(SEVEN.advance(3).withTexts("proof", longer))).containsExactly("CONSISTENCY_INVALID");
        assertThat(advance(SEVEN.advance(3).withTexts("proof", path.subList(0, 3))))
                .containsExactly("CONSISTENCY_INVALID");
        assertThat(advance(SEVEN.advance(3).withTexts("proof", List.of()))).containsExactly("CONSISTENCY_INVALID");
    }

    @Test
    void the_first_head_comes_without_a_proof() {
        List<String> path = SEVEN.advance(3).texts("proof");

        assertThat(advance(SEVEN.advance(0).withTexts("proof", path))).containsExactly("CONSISTENCY_INVALID");
        assertThat(advance(SEVEN.advance(0))).isEmpty();
    }

    @Test
    void a_proof_of_more_hashes_than_a_tree_can_have_is_above_the_limit() {
        List<String> path = Collections.nCopies(65, "0".repeat(64));

        assertThat(advance(SEVEN.advance(0).withTexts("proof", path))).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void a_head_that_the_logs_key_did_not_sign_is_refused() {
        headAt(3);
        JsonObject foreign = TradeLog.signed(
                "ledger.example/market-1/pty-exchange/trade-1", 7, SEVEN.tree().root(), 1, TradeLog.SEED);
        JsonObject otherSize = TradeLog.signed(TradeLog.ORIGIN, 8, SEVEN.tree().root(), 1, TradeLog.SEED)
                .with("size", 7);

        assertUnsigned(SEVEN.signed(1, TradeLog.OTHER_SEED));
        assertUnsigned(foreign);
        assertUnsigned(otherSize);
        assertUnsigned(SEVEN.signed().with("signature", "AAAA"));
        assertUnsigned(SEVEN.signed().with("signature", SEVEN.signed().text("signature") + "AA"));
    }

    @Test
    void no_bit_of_a_signature_may_differ() {
        headAt(3);
        long seed = 20_260_306L;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] raw = Base64Url.decode(SEVEN.signed().text("signature")).orElseThrow();
            raw[random.nextInt(raw.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(advance(SEVEN.advance(3, SEVEN.signed().with("signature", Base64Url.encode(raw)))))
                    .as("seed %d, try %d", seed, i)
                    .containsExactly("CHECKPOINT_SIGNATURE");
        }
    }

    @Test
    void the_key_of_another_epoch_does_not_sign() {
        headAt(3);
        JsonObject first = TradeLog.key(1, TradeLog.PUBLIC_KEY, 0);
        JsonObject second = TradeLog.key(2, TradeLog.OTHER_PUBLIC_KEY, 3);

        assertUnsigned(SEVEN.signed(2, TradeLog.SEED));
        keys(first, second);
        assertUnsigned(SEVEN.signed(1, TradeLog.SEED));
        assertUnsigned(SEVEN.signed(2, TradeLog.SEED));
        assertUnsigned(SEVEN.signed(1, TradeLog.OTHER_SEED));
        assertThat(advance(SEVEN.advance(3, SEVEN.signed(2, TradeLog.OTHER_SEED))))
                .isEmpty();
        assertThat(market.stored(HEAD).integer("keyEpoch")).isEqualTo(2);
    }

    @Test
    void an_epoch_does_not_reach_back_before_its_first_size() {
        headAt(3);
        keys(TradeLog.key(1, TradeLog.PUBLIC_KEY, 0), TradeLog.key(2, TradeLog.OTHER_PUBLIC_KEY, 9));

        assertUnsigned(SEVEN.signed(2, TradeLog.OTHER_SEED));
        assertThat(advance(SEVEN.advance(3))).isEmpty();
    }

    @Test
    void a_key_revoked_from_a_size_signs_below_it_only() {
        headAt(3);
        keys(TradeLog.key(1, TradeLog.PUBLIC_KEY, 0).with("revokedFromSize", 7));

        assertUnsigned(SEVEN.signed());
        assertThat(advance(TradeLog.honest(6).advance(3))).isEmpty();
    }

    @Test
    void only_its_owner_advances_an_active_log() {
        assertThat(codes(market.send("pty-buyer", Role.LOG_OPERATOR, ADVANCE, SEVEN.advance(0))))
                .containsExactly("NOT_YOURS");
        assertThat(codes(market.send("pty-exchange", Role.EXCHANGE_OFFICER, ADVANCE, SEVEN.advance(0))))
                .containsExactly("ROLE_NOT_ALLOWED");
        String key = "LOG!" + TradeLog.ORIGIN;
        market.put(key, market.stored(key).with("state", "CLOSED").canonical());
        assertThat(advance(SEVEN.advance(0))).containsExactly("STATE_ILLEGAL");
        assertThat(codes(market.send("pty-buyer", Role.LOG_OPERATOR, ADVANCE, SEVEN.advance(0))))
                .containsExactly("NOT_YOURS", "STATE_ILLEGAL");
    }

    @Test
    void a_log_that_was_never_opened_is_not_found() {
        String other = "ledger.example/market-1/pty-exchange/trade-7";
        JsonObject body = SEVEN.advance(
                        0, TradeLog.signed(other, 7, SEVEN.tree().root(), 1, TradeLog.SEED))
                .with("origin", other);

        assertThat(advance(body)).containsExactly("NOT_FOUND");
    }

    @Test
    void a_row_is_kept_of_the_first_head_of_each_minute_and_where_one_is_asked() {
        long minute = 1_772_416_800_000L;
        accept(minute, TradeLog.honest(1).advance(0));
        accept(minute + 5_000, TradeLog.honest(2).advance(1));
        accept(minute + 59_999, TradeLog.honest(3).advance(2).with("headRow", true));
        accept(minute + 60_000, TradeLog.honest(4).advance(3));
        accept(minute + 61_000, TradeLog.honest(5).advance(4));

        assertThat(market.state().values().keySet())
                .filteredOn(key -> key.startsWith("LHR!"))
                .containsExactly(row(1), row(3), row(4));
        JsonObject kept = market.stored(row(3));
        assertThat(kept.text("docType")).isEqualTo("HeadRow");
        assertThat(kept.text("origin")).isEqualTo(TradeLog.ORIGIN);
        assertThat(kept.integer("size")).isEqualTo(3);
        assertThat(kept.text("rootHash"))
                .isEqualTo(TradeLog.honest(3).tree().root().hex());
        assertThat(kept.integer("rev")).isOne();
    }

    @Test
    void a_client_clock_that_goes_back_moves_no_effect_back() {
        accept(1_772_416_860_000L, TradeLog.honest(1).advance(0));
        accept(1_772_416_800_000L, TradeLog.honest(2).advance(1));

        assertThat(market.stored(HEAD).integer("effectiveMs")).isEqualTo(1_772_416_860_000L);
        assertThat(market.stored(HEAD).integer("lastMs")).isEqualTo(1_772_416_800_000L);
    }

    private static String row(int size) {
        return "LHR!" + TradeLog.ORIGIN + "!000000000000000" + size;
    }

    private void headAt(int size) {
        Digest root = TradeLog.honest(size).tree().root();
        TradeLog.head(market, size, root);
    }

    private void keys(JsonObject... keys) {
        TradeLog.put(market, TradeLog.opening().withObjects("keys", List.of(keys)));
    }

    private void assertUnsigned(JsonObject head) {
        assertThat(advance(SEVEN.advance(3, head))).containsExactly("CHECKPOINT_SIGNATURE");
    }

    private List<String> advance(JsonObject body) {
        return codes(market.send("pty-exchange", Role.LOG_OPERATOR, ADVANCE, body));
    }

    private Result.Success accept(JsonObject body) {
        return market.accept("pty-exchange", Role.LOG_OPERATOR, ADVANCE, body);
    }

    private void accept(long ms, JsonObject body) {
        market.at(ms).accept("pty-exchange", Role.LOG_OPERATOR, ADVANCE, body);
    }
}
