package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.wire.ChainWatch;
import io.provenant.network.wire.Ordered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Many races at once: everything is endorsed on one state, shuffled, and ordered. */
final class RaceWave {

    /** A held transaction of a race. */
    private record Runner(Race race, Endorsed endorsed, boolean isRestriction) {

        String txId() {
            return endorsed.proposed().txId();
        }
    }

    /** What a wave came to. */
    record Result(int decisions, int beaten, int restrictions) {

        Result plus(Result other) {
            return new Result(decisions + other.decisions, beaten + other.beaten, restrictions + other.restrictions);
        }
    }

    private static final List<TxValidationCode> CONFLICTS =
            List.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);
    private static final Comparator<Ordered> IN_CHAIN =
            Comparator.comparingLong(Ordered::block).thenComparingInt(Ordered::position);

    private final LiveMarket market;
    private final RacingMarket racing;
    private final ChainWatch watch;

    RaceWave(LiveMarket market, RacingMarket racing, ChainWatch watch) {
        this.market = market;
        this.racing = racing;
        this.watch = watch;
    }

    Result run(List<Race> races, Random random) {
        List<Call> requests = new ArrayList<>();
        races.forEach(race -> race.requests().forEach(id -> requests.add(racing.request(race, id))));
        market.all(requests, market::accept);
        List<Runner> runners = new ArrayList<>();
        market.all(races, this::endorse).forEach(runners::addAll);
        Collections.shuffle(runners, random);
        int from = watch.count();
        runners.forEach(runner -> market.submit(runner.endorsed()));
        Map<String, Ordered> ordered = new HashMap<>();
        watch.await(from, runners.size(), transaction -> true)
                .forEach(transaction -> ordered.put(transaction.txId(), transaction));
        races.forEach(race -> check(race, runners, ordered));
        return result(runners, ordered);
    }

    private List<Runner> endorse(Race race) {
        List<Runner> runners = new ArrayList<>();
        for (String id : race.requests()) {
            runners.add(new Runner(race, market.endorse(racing.decision(race, id)), false));
        }
        if (race.isWithdrawn()) {
            runners.add(new Runner(race, market.endorse(racing.withdrawal(race)), true));
        }
        if (race.isPublished()) {
            runners.add(new Runner(race, market.endorse(racing.publication(race.buyer())), true));
        }
        return runners;
    }

    /** A restriction loses to nobody, and beats every decision that is ordered after it. */
    private void check(Race race, List<Runner> all, Map<String, Ordered> ordered) {
        List<Runner> runners =
                all.stream().filter(runner -> runner.race().equals(race)).toList();
        List<Ordered> restrictions = runners.stream()
                .filter(Runner::isRestriction)
                .map(runner -> place(runner, ordered))
                .toList();
        assertThat(restrictions)
                .extracting(Ordered::code)
                .as("restrictions of " + race)
                .allMatch(code -> code == TxValidationCode.VALID);
        for (Runner runner : runners) {
            if (!runner.isRestriction()) {
                Ordered decision = place(runner, ordered);
                boolean isBeaten =
                        restrictions.stream().anyMatch(restriction -> IN_CHAIN.compare(restriction, decision) < 0);
                assertThat(decision.code())
                        .as("a decision of " + race)
                        .isIn(isBeaten ? CONFLICTS : List.of(TxValidationCode.VALID));
                if (isBeaten) {
                    decideAgain(race, runner);
                }
            }
        }
    }

    /** Endorsed afresh, the decision sees what restrained it. */
    private void decideAgain(Race race, Runner runner) {
        Endorsed decision = market.endorse(runner.endorsed().call());
        String payload = decision.payload();
        if (race.isPublished()) {
            assertThat(decision.answer().text("outcome")).as(payload).isEqualTo("DENY");
            assertThat(payload).contains("LIST_BLACK");
        } else {
            assertThat(payload).contains("APPLY_EXCLUSION_LIST");
        }
    }

    private static Result result(List<Runner> runners, Map<String, Ordered> ordered) {
        Stream<Ordered> decisions =
                runners.stream().filter(runner -> !runner.isRestriction()).map(runner -> place(runner, ordered));
        List<TxValidationCode> codes = decisions.map(Ordered::code).toList();
        int beaten = (int) codes.stream().filter(CONFLICTS::contains).count();
        return new Result(codes.size(), beaten, runners.size() - codes.size());
    }

    private static Ordered place(Runner runner, Map<String, Ordered> ordered) {
        Ordered place = ordered.get(runner.txId());
        if (place == null) {
            throw new AssertionError(runner.endorsed().call().command() + " was never ordered");
        }
        return place;
    }
}
