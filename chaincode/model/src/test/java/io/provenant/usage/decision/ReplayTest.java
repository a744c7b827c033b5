package io.provenant.usage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Role;
import io.provenant.ruleset.RuleBook;
import io.provenant.testing.MemoryState;
import io.provenant.testing.SmallMarket;
import io.provenant.usage.UsageDecision;
import io.provenant.usage.UsageRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a decision recorded is enough to come to it again, whatever has changed since (domain 3a.4, INV-R2). */
class ReplayTest {

    private static final int WORLDS = 120;
    private static final int REQUESTS = 5;
    private static final List<String> SAME =
            List.of("outcome", "reasons", "duties", "rulesRun", "regimes", "reads", "requestHash", "modelVersion");

    @Test
    void recorded_reads_alone_give_the_same_decision() {
        int permits = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            for (int i = 0; i < REQUESTS; i++) {
                JsonObject decision = decided(world.market(), world.request());
                permits += decision.text("outcome").equals("PERMIT") ? 1 : 0;
                JsonObject again = replayed(decision, history(world.market().state()));
                for (String member : SAME) {
                    assertThat(again.value(member))
                            .as("seed %d, request %d", seed, i)
                            .isEqualTo(decision.value(member));
                }
            }
        }
        assertThat(permits).as("permits among them").isGreaterThan(20);
    }

    private static JsonObject replayed(JsonObject decision, SortedMap<String, String> history) {
        RecordedState state = new RecordedState(decision.objects("reads"), history);
        RecordedLedger ledger = new RecordedLedger(state);
        long ms = decision.integer("createdMs");
        JsonObject first = decision.objects("reads").get(0);
        UsageRequest request = ledger.get(
                        UsageRequest.TYPE.key(first.text("key").substring("REQ!".length())))
                .orElseThrow();
        ledger.get(UsageDecision.key(request.requestId()));
        return new UsageJudge(ledger, new RuleBook(ledger, ms))
                .judge(request, ms)
                .fields(ledger.reads());
    }

    // Nothing else moves a key between a decision and this: the value now is the value then.
    private static SortedMap<String, String> history(MemoryState state) {
        SortedMap<String, String> history = new TreeMap<>();
        state.values().forEach((key, value) -> {
            JsonObject json = StrictJsonReader.parseObject(value);
            history.put(json.has("rev") ? key + "@" + json.integer("rev") : key, value);
        });
        return history;
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
