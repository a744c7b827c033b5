package io.provenant.usage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Over random worlds, judged by a reading of the law of its own: whoever is permitted uses nothing that somebody has
 * withdrawn.
 */
class WithdrawnNeverPermitsTest {

    private static final int WORLDS = 250;
    private static final int REQUESTS = 6;
    private static final long REBUILD_MS = 22L * 86_400_000; // 21 days and the rest of the last one, at most

    private int permits;
    private int excluding;

    @Test
    void nothing_withdrawn_is_permitted() {
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            for (int i = 0; i < REQUESTS; i++) {
                JsonObject request = world.request();
                check("seed " + seed + ", request " + i, world.market(), request, decided(world.market(), request));
            }
        }
        assertThat(permits).as("permits seen").isGreaterThan(100);
        assertThat(excluding).as("permits with an exclusion list seen").isGreaterThan(10);
    }

    private void check(String which, SmallMarket market, JsonObject request, JsonObject decision) {
        if (!decision.text("outcome").equals("PERMIT")) {
            assertThat(decision.objects("reasons")).as(which).isNotEmpty();
            return;
        }
        permits++;
        List<String> duties = CareMarket.duties(decision);
        boolean listed = duties.contains("APPLY_EXCLUSION_LIST") || duties.contains("RETRAIN_OR_STOP");
        excluding += listed ? 1 : 0;
        for (String id : request.texts("assetVersionIds")) {
            JsonObject version = market.stored("AVR!" + id);
            if (version.text("identifiability").equals("DEIDENTIFIED")) {
                version.objects("consents").forEach(binding -> {
                    String grant = binding.text("consentId");
                    long[] open = open(market, grant, binding.integer("generation"));
                    if (size(market, grant) == 1) {
                        assertThat(market.holds("REM!" + grant + "!0000000000000000"))
                                .as(which)
                                .isFalse();
                    } else if (open.length > 0) {
                        assertThat(listed).as(which).isTrue();
                        assertThat(request.text("deliveryMode")).as(which).isNotEqualTo("RAW_FILE");
                        assertThat(LongStream.of(open).min().orElseThrow())
                                .as(which)
                                .isGreaterThan(RandomWorld.NOW_MS - REBUILD_MS);
                    }
                });
            }
        }
    }

    private static long[] open(SmallMarket market, String grant, long generation) {
        Stream<String> queued = market.state().values().keySet().stream().filter(key -> key.startsWith("REV!" + grant));
        LongStream waiting = queued.mapToLong(key -> market.stored(key).integer("effectiveMs"));
        LongStream behind = LongStream.rangeClosed(
                        generation + 1, market.stored("CNH!" + grant).integer("generation"))
                .map(g -> market.stored("CNG!" + grant + "!00000" + g).integer("oldestMs"));
        return LongStream.concat(waiting, behind.limit(1)).toArray();
    }

    private static long size(SmallMarket market, String grant) {
        return market.stored("CNS!" + grant).object("population").integer("size");
    }

    private static JsonObject decided(SmallMarket market, JsonObject request) {
        String consumer = request.text("consumerId");
        String id = request.text("requestId");
        JsonObject record = market.stored("PTY!" + consumer);
        market.put("PTY!" + consumer, record.with("state", "ACTIVE").canonical());
        market.accept(consumer, Role.CONSUMER_OFFICER, "usage:request", request);
        market.accept(
                consumer,
                Role.CONSUMER_OFFICER,
                "usage:decide",
                JsonObject.empty().with("requestId", id));
        return market.stored("DEC!" + id);
    }
}
