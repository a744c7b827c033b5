package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NetworkPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who leads the orderers. One that was away may name an old leader until its next block, so most decide. */
final class Leadership {

    private Leadership() {}

    /** Whether nobody names another leader than the others do, and with BFT everybody names it. */
    static boolean isAgreed(NetworkPlan plan) {
        List<Integer> named = named(plan);
        boolean isBft = plan.settings().consensus() == Consensus.BFT;
        return named.stream().distinct().count() == 1
                && (!isBft || named.size() == plan.orderers().size());
    }

    /** The leader's consenter number; empty while there is none. */
    static OptionalInt of(NetworkPlan plan) {
        Map<Integer, Long> named =
                named(plan).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return named.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(most -> OptionalInt.of(most.getKey()))
                .orElse(OptionalInt.empty());
    }

    private static List<Integer> named(NetworkPlan plan) {
        Health health = new Health();
        return plan.orderers().stream()
                .flatMapToInt(orderer -> health.leader(orderer, plan.settings().channel()).stream())
                .filter(id -> id > 0)
                .boxed()
                .toList();
    }
}
