package io.provenant.gateway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.testing.ScriptedLedger;
import io.provenant.ledger.Role;
import io.provenant.party.Fence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FenceTickerTest {

    private static final Signatory SERVICE = new Signatory("a1b2c3d4e5f6", Role.LOG_OPERATOR);
    private static final Instant TICK = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMillis(Fence.PERIOD_MS);

    private final ScriptedLedger ledger = new ScriptedLedger();

    @Test
    void does_not_tick_before_the_window_opens() {
        fence(1, TICK);

        look(TICK.plus(WINDOW).minusMillis(1));

        assertThat(ledger.sent()).isZero();
    }

    @Test
    void ticks_at_some_moment_of_the_minute_after_the_window_opens() {
        fence(1, TICK);

        look(TICK.plus(WINDOW).plus(FenceTicker.SPREAD));

        assertThat(ledger.sent()).isEqualTo(1);
    }

    @Test
    void does_not_tick_again_after_somebody_else_did() {
        fence(1, TICK);
        look(TICK.plus(Duration.ofMinutes(5)));
        fence(2, TICK.plus(WINDOW));

        look(TICK.plus(WINDOW).plus(FenceTicker.SPREAD));

        assertThat(ledger.sent()).isZero();
    }

    @Test
    void says_why_it_cannot_see_to_the_fence_and_looks_again() {
        try (FenceTicker ticker = ticker(TICK.plus(Duration.ofHours(1)))) {
            ticker.look();
            assertThat(ticker.problem()).contains("no tick now, looked at again: nobody answers attest");

            fence(1, TICK);
            ticker.look();
            assertThat(ticker.problem()).isEmpty();
            assertThat(ledger.sent()).isEqualTo(1);
        }
    }

    private void fence(long no, Instant at) {
        JsonObject fence = JsonObject.empty().with("no", no).with("tickMs", at.toEpochMilli());
        ledger.evaluation(Optional.of(JsonObject.empty()
                .with("v", 1)
                .with("attest", JsonObject.empty().with("fence", fence))));
    }

    private void look(Instant now) {
        try (FenceTicker ticker = ticker(now)) {
            ticker.look();
        }
    }

    private FenceTicker ticker(Instant now) {
        return new FenceTicker(ledger, SERVICE, Clock.fixed(now, ZoneOffset.UTC));
    }
}
