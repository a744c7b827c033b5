package io.provenant.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.ledger.State;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process that has run for long and one that has just started read, write and answer the same (domain 3a.5). */
class WarmAndColdTest {

    @Test
    void a_warm_and_a_cold_dispatcher_fetch_the_same_keys_and_give_the_same_bytes() {
        CareMarket care = new CareMarket();
        JsonObject request = care.request();
        care.ask(request);
        Invocation call = decide(request);
        Dispatcher warm = dispatcher();
        List<String> first = new ArrayList<>();
        Result cold = warm.run(call, fetching(care.market(), first));

        List<String> second = new ArrayList<>();
        Result again = warm.run(call, fetching(care.market(), second));

        assertThat(again).isEqualTo(cold);
        assertThat(second).isEqualTo(first).anyMatch(key -> key.startsWith("RUS!"));
    }

    private static State fetching(SmallMarket market, List<String> fetched) {
        return new State() {
            @Override
            public Optional<String> get(String key) {
                fetched.add(key);
                return market.state().get(key);
            }

            @Override
            public List<Row> range(String from, String to, int atMost) {
                fetched.add(from);
                return market.state().range(from, to, atMost);
            }

            @Override
            public Optional<Digest> privateHash(String collection, String key) {
                fetched.add(collection + key);
                return market.state().privateHash(collection, key);
            }
        };
    }

    private static Invocation decide(JsonObject request) {
        JsonObject body = JsonObject.empty().with("requestId", request.text("requestId"));
        JsonObject envelope =
                JsonObject.empty().with("v", 1).with("command", "usage:decide").with("body", body);
        Invoker invoker = new Invoker(
                SmallMarket.mspId(CareMarket.LUMEN),
                Optional.of(CareMarket.LUMEN),
                Optional.of(Role.CONSUMER_OFFICER.code()),
                Optional.of(SmallMarket.PERSON));
        return new Invocation(
                SmallMarket.CHANNEL,
                "d".repeat(64),
                CareMarket.START_MS,
                invoker,
                "usage:decide",
                envelope.canonical(),
                Optional.empty());
    }

    private static Dispatcher dispatcher() {
        return new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));
    }
}
