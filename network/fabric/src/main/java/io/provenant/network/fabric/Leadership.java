package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NetworkPlan;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who leads the orderers. One that was away may name an old leader until its next block, so most decide. */
final class Leadership {

    private Leadership() {}

    /** The leader's consenter number; empty while there is none. */
    static OptionalInt of(NetworkPlan plan) {
        Health health = new Health();
        Map<Integer, Long> named = plan.orderers().stream()
                .flatMapToInt(orderer -> health.leader(orderer, plan.settings().channel()).stream())
                .filter(id -> id > 0)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return named.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(most -> OptionalInt.of(most.getKey()))
                .orElse(OptionalInt.empty());
    }
}
