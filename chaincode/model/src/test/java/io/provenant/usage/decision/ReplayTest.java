package io.provenant.usage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import org.junit.jupiter.api.Test;

/** What a decision recorded is enough to come to it again, whatever has changed since (domain 3a.4, INV-R2). */
class ReplayTest {

    private static final int WORLDS = 120;
    private static final int REQUESTS = 5;

    @Test
    void recorded_reads_alone_give_the_same_decision() {
        int permits = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            for (int i = 0; i < REQUESTS; i++) {
                JsonObject decision = decided(world.market(), world.request());
                permits += decision.text("outcome").equals("PERMIT") ? 1 : 0;
                JsonObject again = Replay.of(decision, world.market().state());
                for (String member : Replay.SAME) {
                    assertThat(again.value(member))
                            .as("seed %d, request %d", seed, i)
                            .isEqualTo(decision.value(member));
                }
            }
        }
        assertThat(permits).as("permits among them").isGreaterThan(20);
    }

    private static JsonObject decided(SmallMarket market, JsonObject request) {
        String consumer = request.text("consumerId");
        JsonObject body = JsonObject.empty().with("requestId", request.text("requestId"));
        market.put(
                "PTY!" + consumer,
                market.stored("PTY!" + consumer).with("state", "ACTIVE").canonical());
        market.accept(consumer, Role.CONSUMER_OFFICER, "usage:request", request);
        market.accept(consumer, Role.CONSUMER_OFFICER, "usage:decide", body);
        return market.stored("DEC!" + request.text("requestId"));
    }
}
