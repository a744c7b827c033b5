package io.provenant.consent;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestSignatures;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawConsentTest {

    private static final String WITHDRAW = "consent:withdraw";
    private static final String ROW = "REM!" + FiveMembers.CONSENT_ID + "!0000000000000003";

    private final SmallMarket market = new SmallMarket()
            .party("pty-medcenter", PartyRole.CONTROLLER, PartyRole.PROVIDER)
            .party("pty-agent", PartyRole.SUBJECT_AGENT);

    @BeforeEach
    void consent_is_given() {
        market.accept("pty-medcenter", Role.CONTROLLER_DPO, "notice:publish", ConsentBodies.notice());
        market.accept("pty-medcenter", Role.CONTROLLER_APP, "consent:give", ConsentBodies.grant());
        market.at(1_778_479_200_000L);
    }

    @Test
    void the_receipts_key_withdraws_and_two_keys_are_written() {
        Result.Success success = market.accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3));

        String queued = "REV!" + FiveMembers.CONSENT_ID + "!1778479200000!0000000000000003";
        assertThat(success.payload())
                .isEqualTo("{\"answer\":{},\"command\":\"consent:withdraw\",\"v\":1,\"writes\":[{\"key\":\"" + ROW
                        + "\",\"rev\":1},{\"key\":\"" + queued + "\",\"rev\":1}]}");
        assertThat(success.event())
                .contains("{\"command\":\"consent:withdraw\",\"facts\":[{\"fact\":\"Withdrawal.written\",\"key\":\""
                        + ROW + "\",\"rev\":1},{\"fact\":\"QueuedWithdrawal.written\",\"key\":\"" + queued
                        + "\",\"rev\":1}],\"v\":1}");
        assertThat(market.stored(ROW).text("pathCode")).isEqualTo("KEY");
        assertThat(market.stored(queued).members().keySet())
                .containsExactly("docType", "effectiveMs", "id", "leafIndex", "rev", "schemaVersion", "updatedTx");
    }

    @Test
    void a_second_withdrawal_gives_the_same_answer_and_writes_nothing() {
        market.accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3));

        Result.Success again = market.at(market.nowMs() + 60_000)
                .accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3));

        assertThat(again.writes()).isEmpty();
        assertThat(again.event()).isEmpty();
        assertThat(again.payload()).contains("\"answer\":{}").contains("\"writes\":[]");
    }

    @Test
    void a_second_withdrawal_without_the_opening_does_not_even_learn_that_there_was_a_first() {
        market.accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3));

        assertRefused(
                FiveMembers.withdrawal(3, FiveMembers.keyOpening(2, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX)));
    }

    @Test
    void a_secret_withdraws_its_own_leaf() {
        giveOneOpenedBySecret();
        JsonObject body = FiveMembers.withdrawal(0, secret(3)).withTexts("proof", List.of());
        JsonObject own = body.with("memberCommit", FiveMembers.memberCommit(3).hex())
                .with("withdrawKeyHash", FiveMembers.secretHash(3).hex())
                .with("consentId", FiveMembers.CONSENT_ID);

        assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, own)))
                .isEmpty();
        assertThat(market.holds("REM!" + FiveMembers.CONSENT_ID + "!0000000000000000"))
                .isTrue();
    }

    @Test
    void another_secret_does_not_open_the_leaf() {
        giveOneOpenedBySecret();
        JsonObject body = FiveMembers.withdrawal(0, secret(2))
                .withTexts("proof", List.of())
                .with("memberCommit", FiveMembers.memberCommit(3).hex())
                .with("withdrawKeyHash", FiveMembers.secretHash(3).hex());

        assertRefused(body);
    }

    @Test
    void the_key_itself_is_no_secret() {
        assertRefused(FiveMembers.withdrawal(3, secret(3)));
    }

    @Test
    void a_signature_for_another_channel_market_or_leaf_does_not_withdraw() {
        assertRefused(FiveMembers.withdrawal(3, FiveMembers.keyOpening(3, "market-2", SmallMarket.FOUNDED_TX)));
        assertRefused(FiveMembers.withdrawal(3, FiveMembers.keyOpening(3, SmallMarket.CHANNEL, "b".repeat(64))));
        JsonObject own = FiveMembers.keyOpening(3, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX);
        String foreign = FiveMembers.keyOpening(2, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX)
                .text("signature");
        assertRefused(FiveMembers.withdrawal(3, own.with("signature", foreign)));
    }

    @Test
    void a_key_that_is_not_the_leafs_does_not_withdraw_whatever_it_signs() {
        JsonObject foreign = FiveMembers.keyOpening(2, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX);
        JsonObject swapped = FiveMembers.withdrawal(3, foreign)
                .with("withdrawKeyHash", FiveMembers.keyHash(2).hex());

        assertRefused(FiveMembers.withdrawal(3, foreign));
        assertRefused(swapped);
    }

    @Test
    void a_key_of_ones_own_that_signs_the_very_withdrawal_of_somebody_elses_leaf_does_not_withdraw() {
        byte[] own = FiveMembers.seed(2);
        byte[] signed = FiveMembers.withdrawalBytes(SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX, 3);
        JsonObject opening = FiveMembers.keyOpening(3, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX)
                .with("publicKey", FiveMembers.base64(TestSignatures.publicKey(own)))
                .with("signature", FiveMembers.base64(TestSignatures.sign(own, signed)));

        assertRefused(FiveMembers.withdrawal(3, opening));
    }

    @Test
    void a_thousand_changed_proofs_withdraw_nothing() {
        long seed = 20_260_511L;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            JsonObject body = tampered(FiveMembers.withdrawal(3), random);
            assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, body)))
                    .as("seed %d, try %d: %s", seed, i, body.canonical())
                    .containsExactly("HANDLE_PROOF_INVALID");
        }
        assertThat(market.holds(ROW)).isFalse();
    }

    @Test
    void the_controller_withdraws_for_its_member_and_no_other_party_or_role_does() {
        JsonObject body = FiveMembers.withdrawal(3, JsonObject.empty().with("kind", "CONTROLLER"));

        assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, body)))
                .containsExactly("HANDLE_PROOF_INVALID");
        assertThat(codes(market.send("pty-medcenter", Role.CONTROLLER_APP, WITHDRAW, body)))
                .containsExactly("HANDLE_PROOF_INVALID");
        assertThat(codes(market.send("pty-medcenter", Role.CONTROLLER_DPO, WITHDRAW, body)))
                .isEmpty();
    }

    @Test
    void an_index_outside_the_population_is_refused() {
        assertRefused(FiveMembers.withdrawal(3).with("leafIndex", 5));
    }

    @Test
    void an_unknown_grant_is_not_found() {
        JsonObject body = FiveMembers.withdrawal(3).with("consentId", "11111111-2222-4333-8444-555555555555");

        assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, body)))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void an_opening_of_two_kinds_is_malformed() {
        JsonObject opening = FiveMembers.keyOpening(3, SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX)
                .with("secret", "0".repeat(64));

        assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3, opening))))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void the_oldest_open_withdrawal_stays_the_oldest() {
        long first = market.nowMs();
        market.accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(3));
        market.at(first + 1).accept("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, FiveMembers.withdrawal(1));

        Withdrawals withdrawals = new Withdrawals(new RecordedLedger(market.state()));
        ConsentId id = new ConsentId(FiveMembers.CONSENT_ID);
        assertThat(withdrawals.oldestOpenMs(id, 0)).hasValue(first);
        assertThat(withdrawals.noneOpen(id, 0)).isFalse();
    }

    private void assertRefused(JsonObject body) {
        assertThat(codes(market.send("pty-agent", Role.SUBJECT_AGENT, WITHDRAW, body)))
                .containsExactly("HANDLE_PROOF_INVALID");
    }

    private static JsonObject secret(int i) {
        return JsonObject.empty()
                .with("kind", "SECRET")
                .with("secret", HexFormat.of().formatHex(FiveMembers.seed(i)));
    }

    private void giveOneOpenedBySecret() {
        Digest leaf = FiveMembers.leaf(FiveMembers.memberCommit(3), FiveMembers.secretHash(3));
        JsonObject population = JsonObject.empty().with("size", 1).with("memberRoot", leaf.hex());
        String key = "CNS!" + FiveMembers.CONSENT_ID;
        market.put(key, market.stored(key).with("population", population).canonical());
    }

    private static JsonObject tampered(JsonObject body, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> body.with("memberCommit", flipped(body.text("memberCommit"), random));
            case 1 -> body.with("withdrawKeyHash", flipped(body.text("withdrawKeyHash"), random));
            case 2 -> body.with("leafIndex", (3 + 1 + random.nextInt(1_000_000)) % 1_000_003);
            default -> body.with("proof", tamperedPath(body.texts("proof"), random));
        };
    }

    private static JsonArray tamperedPath(List<String> path, Random random) {
        int at = random.nextInt(path.size());
        List<String> changed = new ArrayList<>(path);
        changed.set(at, flipped(path.get(at), random));
        return JsonArray.ofTexts(changed);
    }

    private static String flipped(String hex, Random random) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return HexFormat.of().formatHex(bytes);
    }
}
