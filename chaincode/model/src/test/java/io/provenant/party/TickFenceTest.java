package io.provenant.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fence of domain 3a.14. */
class TickFenceTest {

    private static final long OPENS_MS = TestChannel.START_MS + 600_000;
    private static final Invoker NOBODY =
            new Invoker("StrangerMSP", Optional.empty(), Optional.empty(), Optional.empty());

    private final TestChannel channel = new FoundedMarket().channel();

    @Test
    void a_tick_moves_the_fence_once_its_period_has_passed() {
        JsonObject answer = channel.at(OPENS_MS).answer(tick(NOBODY));

        assertThat(answer.canonical()).isEqualTo("{\"no\":2,\"tickMs\":" + OPENS_MS + "}");
        assertThat(channel.stored("TIK!market").integer("no")).isEqualTo(2);
        assertThat(channel.stored("TIK!market").text("foundedTx")).isEqualTo("a".repeat(64));
    }

    @Test
    void a_tick_too_early_gives_the_same_answer_and_writes_nothing() {
        Result.Success early = channel.at(OPENS_MS - 1).accept(tick(NOBODY));

        assertThat(early.writes()).isEmpty();
        assertThat(early.event()).isEmpty();
        assertThat(StrictJsonReader.parseObject(early.payload())
                        .object("answer")
                        .integer("no"))
                .isEqualTo(1);
    }

    @Test
    void the_second_of_two_ticks_in_one_period_writes_nothing() {
        channel.at(OPENS_MS).accept(tick(NOBODY));

        assertThat(channel.accept(tick(NOBODY)).writes()).isEmpty();
    }

    @Test
    void whoever_has_no_party_leaves_no_party_behind() {
        channel.at(OPENS_MS).accept(tick(NOBODY));

        JsonObject fence = channel.stored("TIK!market");
        assertThat(fence.text("byMsp")).isEqualTo("StrangerMSP");
        assertThat(fence.has("byParty")).isFalse();
        assertThat(fence.has("byRole")).isFalse();
    }

    @Test
    void a_certificate_that_claims_a_party_of_another_msp_leaves_no_party_behind() {
        Invoker liar = TestChannel.certificate("StrangerMSP", "pty-cac", "regulator.officer", "somebody00");

        channel.at(OPENS_MS).accept(tick(liar));

        assertThat(channel.stored("TIK!market").has("byParty")).isFalse();
    }

    @Test
    void a_members_tick_names_it() {
        channel.at(OPENS_MS).accept(tick(FoundedMarket.officer(FoundedMarket.REGULATOR, Role.ORG_ADMIN)));

        assertThat(channel.stored("TIK!market").text("byParty")).isEqualTo("pty-cac");
    }

    private static Call tick(Invoker invoker) {
        return Call.of(invoker, "market:tick", JsonObject.empty());
    }
}
