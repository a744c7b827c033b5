package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.gateway.log.AnchorPolicy;
import io.provenant.testing.SmallMarket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdoptedPolicyTest {

    private final SmallMarket market = new SmallMarket();
    private final MemoryIndex index = new MemoryIndex(market.state());
    private final AdoptedPolicy policy = new AdoptedPolicy(index, TestGateway.CLOCK);

    @Test
    void a_rule_set_that_does_not_say_leaves_it_as_usual() {
        assertThat(policy.get()).isEqualTo(AnchorPolicy.usual());
    }

    @Test
    void while_the_index_does_not_answer_what_it_said_last_goes_on() {
        AnchorPolicy first = adopt(7, 9);
        assertThat(policy.get()).isEqualTo(first);
        AnchorPolicy second = adopt(8, 10);
        index.away(true);

        assertThat(policy.get()).isEqualTo(first);

        index.away(false);
        assertThat(policy.get()).isEqualTo(second);
    }

    private AnchorPolicy adopt(int seconds, int leaves) {
        market.section("anchorEveryS", new JsonInteger(seconds)).section("anchorEveryLeaves", new JsonInteger(leaves));
        return new AnchorPolicy(Duration.ofSeconds(seconds), leaves);
    }
}
