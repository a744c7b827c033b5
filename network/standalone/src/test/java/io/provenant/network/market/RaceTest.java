package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.ledger.Role;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.ChainWatch;
import io.provenant.network.wire.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restrictions win: a withdrawal or a publication that is ordered between a decision's endorsement and its ordering
 * invalidates the decision, and no decision ever invalidates a restriction. {@code -Draces.seed} draws other races.
 */
@OnLedger
class RaceTest {

    private static final int WAVES = 16;
    private static final int OWN_BUYERS = 2;
    private static final int STEADY_BUYERS = 4;

    @TempDir
    static Path keys;

    @Test
    void a_restriction_always_wins(TestLedger ledger) {
        long seed = Long.getLong("races.seed", 1L);
        int groups = ledger.many(125, 3);
        try (LiveMarket market = new LiveMarket(ledger, Traffic.UNHEARD)) {
            RacingMarket racing = new RacingMarket(market, keys);
            List<CareData> data = prepared(market, racing, groups);
            RaceWave wave = new RaceWave(market, racing, watch(ledger));
            Random random = new Random(seed);

            RaceWave.Result all = new RaceWave.Result(0, 0, 0);
            for (int number = 0; number < WAVES; number++) {
                all = all.plus(wave.run(drawn(random, data, number), random));
            }

            System.out.println("seed " + seed + ": " + groups * WAVES + " races, " + all);
            assertThat(all.beaten()).isBetween(all.decisions() / 4, all.decisions() * 3 / 4);
        }
    }

    private static List<Race> drawn(Random random, List<CareData> data, int wave) {
        List<Race> races = new ArrayList<>();
        for (CareData one : data) {
            races.add(Race.draw(random, one, wave, steady(random.nextInt(STEADY_BUYERS)), own(one.number())));
        }
        return races;
    }

    private static List<CareData> prepared(LiveMarket market, RacingMarket racing, int groups) {
        List<String> steady =
                IntStream.range(0, STEADY_BUYERS).mapToObj(RaceTest::steady).toList();
        List<String> own = IntStream.range(0, groups)
                .boxed()
                .flatMap(group -> own(group).stream())
                .toList();
        market.all(Stream.concat(steady.stream(), own.stream()).toList(), buyer -> {
            racing.admitBuyer(buyer);
            return buyer;
        });
        List<CareData> data = IntStream.range(0, groups)
                .mapToObj(group -> new CareData(group, recipients(group, steady)))
                .toList();
        market.all(data, one -> {
            racing.publish(one);
            return one;
        });
        market.all(own, buyer -> {
            racing.prepareListing(buyer);
            return buyer;
        });
        racing.awaitAnswers();
        return data;
    }

    private static List<String> recipients(int group, List<String> steady) {
        return Stream.concat(steady.stream(), own(group).stream())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String steady(int number) {
        return String.format(Locale.ROOT, "pty-buyer-%05d", 90_000 + number);
    }

    private static List<String> own(int group) {
        return IntStream.range(0, OWN_BUYERS)
                .mapToObj(number -> String.format(Locale.ROOT, "pty-buyer-%05d", group * OWN_BUYERS + number))
                .toList();
    }

    private static ChainWatch watch(TestLedger ledger) {
        String mspId = ledger.mspIds().get(0);
        Signer reader = Signer.of(
                mspId, ledger.credential(new Actor(mspId, Role.LOG_OPERATOR.code(), Founders.EXCHANGE, "reader0000")));
        return ChainWatch.start(ledger.connection(mspId), ledger.channel(), reader);
    }
}
