package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Schedules drawn from a seed; equal seeds give equal schedules on every Java.
 *
 * <p>Whoever changes a key's policy reads the key before. Fabric 3.1.5 does not survive the deletion of a key and a blind
 * change of its policy in one block: every peer panics ("Nil value not allowed") and does so again at each start.
 */
final class SeededSchedules {

    private static final List<String> PUBLIC = List.of(
            "get ~k%1$d",
            "get ~k%1$d",
            "get ~k%1$d",
            "put ~k%1$d v%2$d",
            "put ~k%1$d v%2$d",
            "put ~k%1$d v%2$d",
            "put ~k%1$d v%2$d",
            "del ~k%1$d",
            "del ~k%1$d",
            "range ~k0 ~k%1$d 9",
            "range ~k%1$d ~k9 1",
            "range ~ ~z 9",
            "history ~k%1$d",
            "event name%1$d payload%2$d",
            "policyof ~k%1$d",
            "get ~k%1$d;policy ~k%1$d @A",
            "get ~k%1$d;policy ~k%1$d @C",
            "get ~k%1$d;policy ~k%1$d @B @C",
            "get ~k%1$d;policy ~k%1$d");
    private static final List<String> PRIVATE = List.of(
            "phash open ~p%1$d",
            "phash alone ~p%1$d",
            "pget open ~p%1$d",
            "pget closed ~p%1$d",
            "pput open ~p%1$d v%2$d",
            "pput alone ~p%1$d v%2$d",
            "pput closed ~p%1$d v%2$d",
            "pdel alone ~p%1$d",
            "ppurge alone ~p%1$d",
            "ppurge open ~p%1$d",
            "prange open ~p0 ~p9 9");
    private static final List<String> REFUSED =
            List.of("status 500 E%2$d", "status 404 E%2$d", "status 300 E%2$d", "throw E%2$d");
    private static final List<Tampering> TAMPERINGS = List.of(Tampering.values());
    private static final int KEYS = 3;
    private static final int VALUES = 4;

    private final Random random;
    private int labels;

    private SeededSchedules(long seed) {
        this.random = new Random(seed);
    }

    static Schedule of(long seed) {
        return new SeededSchedules(seed).schedule(String.format(Locale.ROOT, "seed-%03d", seed));
    }

    private Schedule schedule(String name) {
        List<Round> rounds = new ArrayList<>();
        rounds.add(Round.of(Step.of(label(), organisation(), beginning())));
        int count = 1 + random.nextInt(2);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rounds.add(round(kept, i == count - 1));
        }
        return new Schedule(name, rounds);
    }

    private String[] beginning() {
        List<String> operations = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            if (random.nextBoolean()) {
                operations.add("put ~k" + key + " v0");
            }
        }
        operations.add("put ~k3 v0");
        return operations.toArray(String[]::new);
    }

    private Round round(List<String> kept, boolean isLast) {
        List<Step> steps = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            steps.add(step());
        }
        List<String> order = new ArrayList<>(kept);
        kept.clear();
        steps.stream().filter(step -> !step.isEvaluated()).map(Step::label).forEach(order::add);
        Collections.shuffle(order, random);
        if (!order.isEmpty() && random.nextInt(6) == 0) {
            order.add(random.nextInt(order.size()), order.get(random.nextInt(order.size())));
        }
        if (!isLast && order.size() > 1 && random.nextInt(3) == 0) {
            kept.add(order.remove(order.size() - 1));
        }
        return new Round(steps, order);
    }

    private Step step() {
        List<String> operations = new ArrayList<>();
        boolean isPrivate = random.nextInt(4) == 0;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            operations.addAll(operation(isPrivate && i == 0 ? PRIVATE : PUBLIC));
        }
        if (random.nextInt(15) == 0) {
            operations.addAll(operation(REFUSED));
        }
        Step step = Step.of(label(), organisation(), operations.toArray(String[]::new));
        if (random.nextInt(8) == 0) {
            return step.evaluated();
        }
        return random.nextInt(10) == 0 ? step.tampered(TAMPERINGS.get(random.nextInt(TAMPERINGS.size()))) : step;
    }

    private List<String> operation(List<String> patterns) {
        String pattern = patterns.get(random.nextInt(patterns.size()));
        String operations = String.format(Locale.ROOT, pattern, random.nextInt(KEYS), random.nextInt(VALUES));
        return List.of(operations.split(";"));
    }

    private String organisation() {
        return Names.ORGANISATIONS.get(random.nextInt(Names.ORGANISATIONS.size()));
    }

    private String label() {
        return String.valueOf((char) ('a' + labels++));
    }
}
