package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an admin sends goes to the first orderer that takes it: one that is down, or has no leader, is passed over. Where
 * none takes it for a while, what the last one said is the answer.
 */
final class Orderers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<OrdererPlace> places;
    private final Duration patience;

    Orderers(NetworkPlan plan) {
        this(plan.orderers(), PATIENCE);
    }

    Orderers(List<OrdererPlace> places, Duration patience) {
        this.places = List.copyOf(places);
        this.patience = patience;
    }

    /** Runs a command with the arguments that name an orderer. */
    Command.Result run(Function<OrdererPlace, Command.Result> command) {
        List<Command.Result> results = new ArrayList<>();
        Waiting.within(patience, () -> {
            results.add(command.apply(places.get(results.size() % places.size())));
            return isTaken(last(results));
        });
        return last(results);
    }

    /** The arguments that name an orderer, for a program that calls the first of them so. */
    static List<String> arguments(String option, OrdererPlace orderer) {
        return List.of(
                option,
                orderer.address(),
                "--tls",
                "--cafile",
                orderer.tls().resolve("ca.crt").toString());
    }

    /** Right after a start orderers have no leader yet, and say so. */
    private static boolean isTaken(Command.Result result) {
        return result.status() == 0
                || (!result.output().contains("SERVICE_UNAVAILABLE")
                        && !result.output().contains("orderer client failed to connect"));
    }

    private static Command.Result last(List<Command.Result> results) {
        if (results.isEmpty()) {
            throw new FabricException("no orderer was asked");
        }
        return results.get(results.size() - 1);
    }
}
