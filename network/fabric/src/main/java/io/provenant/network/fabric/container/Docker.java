package io.provenant.network.fabric.container;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.channel.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The engine, by its command line: what is asked of it is what an operator would type. */
final class Docker {

    /** What our containers and networks carry, followed by the network's name. */
    static final String LABEL = "io.provenant.network=";

    private Docker() {}

    /** Refuses where no engine answers. */
    static void require() {
        Command.Result version;
        try {
            version = attempt("version", "--format", "{{.Server.Version}}");
        } catch (FabricException e) {
            throw new FabricException(
                    "there is no docker on the PATH, and --engine containers needs it"
                            + "\nnext: install Docker or what takes its place, or leave the network to plain processes",
                    e);
        }
        if (version.status() != 0) {
            throw new FabricException("no container engine answers: " + version.output()
                    + "\nnext: start it (systemctl start docker), or set DOCKER_HOST to where it listens");
        }
    }

    /** What an image says of itself under a label; empty where there is no such label or no such image. */
    static Optional<String> label(String image, String name) {
        Command.Result result =
                attempt("image", "inspect", "--format", "{{index .Config.Labels \"" + name + "\"}}", image);
        return Optional.of(result.output())
                .filter(text -> result.status() == 0 && !text.isEmpty() && !text.equals("<no value>"));
    }

    static boolean hasImage(String image) {
        return attempt("image", "inspect", "--format", "{{.Id}}", image).status() == 0;
    }

    /** Makes a network that is not there yet. */
    static void requireNetwork(String network) {
        if (attempt("network", "inspect", network).status() != 0) {
            run("network", "create", "--label", LABEL + network, network);
        }
    }

    /** Ends what a crash left behind, and the network itself. */
    static void remove(String network) {
        removeContainers(network);
        attempt("network", "rm", network);
    }

    static void removeContainers(String network) {
        String ids = run("ps", "--all", "--quiet", "--filter", "label=" + LABEL + network);
        if (!ids.isBlank()) {
            List<String> command = new ArrayList<>(List.of("rm", "--force", "--volumes"));
            command.addAll(ids.lines().toList());
            attempt(command.toArray(String[]::new));
        }
    }

    static String run(String... arguments) {
        return Command.run(command(arguments), environment());
    }

    static Command.Result attempt(String... arguments) {
        return Command.attempt(command(arguments), environment());
    }

    /** Where the engine is and how to speak to it, as whoever started this process has it. */
    static SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("DOCKER_") || name.equals("PATH") || name.equals("HOME")) {
                environment.put(name, value);
            }
        });
        return environment;
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
