package io.provenant.network.fabric.container;

import io.provenant.network.fabric.node.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container that runs a node: nothing can be written but its data and {@code /tmp}, it has no rights, and its ports
 * are published on loopback only. Folders keep the paths that they have on this machine.
 *
 * @param user number of the user that it runs as, and of his group
 */
record ContainerSpec(
        String host,
        String image,
        String user,
        List<String> command,
        SortedMap<String, String> environment,
        List<Integer> ports,
        List<Path> reads,
        List<Path> writes) {

    ContainerSpec {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    static ContainerSpec of(Launch launch, String image, String user) {
        SortedMap<String, String> environment = new TreeMap<>(launch.environment());
        environment.remove("PATH"); // the image has its own
        environment.remove("FABRIC_CFG_PATH");
        return new ContainerSpec(
                launch.host(),
                image,
                user,
                switch (launch.kind()) {
                    case ORDERER -> List.of("orderer");
                    case PEER -> List.of("peer", "node", "start");
                    case SERVICE -> List.of(); // the image's own
                },
                environment,
                launch.ports(),
                launch.reads(),
                launch.writes());
    }

    /** The arguments of {@code docker run} that start it in this network. */
    List<String> arguments(String network) {
        List<String> arguments = new ArrayList<>(List.of("--name", network + "." + host));
        arguments.addAll(List.of("--network", network, "--network-alias", host, "--label", Docker.LABEL + network));
        arguments.addAll(List.of("--user", user, "--read-only", "--cap-drop", "ALL"));
        arguments.addAll(List.of("--security-opt", "no-new-privileges", "--tmpfs", "/tmp"));
        ports.forEach(port -> arguments.addAll(List.of("--publish", "127.0.0.1:" + port + ":" + port)));
        reads.forEach(path -> arguments.addAll(List.of("--mount", mount(path) + ",readonly")));
        writes.forEach(path -> arguments.addAll(List.of("--mount", mount(path))));
        environment.forEach((name, value) -> arguments.addAll(List.of("--env", name + "=" + value)));
        arguments.add(image);
        arguments.addAll(command);
        return arguments;
    }

    private static String mount(Path path) {
        return "type=bind,source=" + path + ",target=" + path;
    }
}
