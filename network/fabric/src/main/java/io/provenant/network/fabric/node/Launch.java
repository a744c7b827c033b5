package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node that is to be started, be it as a process or in a container.
 *
 * @param host what a container of it is called within the network
 * @param command what starts it as a process
 * @param ports where it listens
 * @param reads folders and files that it only reads
 * @param writes folders that it writes to
 */
public record Launch(
        Kind kind,
        String host,
        List<String> command,
        SortedMap<String, String> environment,
        List<Integer> ports,
        List<Path> reads,
        List<Path> writes) {

    /** What it is. */
    public enum Kind {
        ORDERER,
        PEER,
        SERVICE
    }

    public Launch {
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        ports = List.copyOf(ports);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** An orderer. */
    public static Launch orderer(FabricSettings network, OrdererPlace place) {
        return new Launch(
                Kind.ORDERER,
                place.name(),
                List.of(network.binaries().program("orderer").toString()),
                new TreeMap<>(NodeEnvironment.orderer(network.binaries(), place)),
                List.of(place.port(), place.adminPort(), place.operationsPort()),
                List.of(place.msp(), place.tls()),
                List.of(place.data()));
    }

    /** A peer with the builder that finds its chaincode services. */
    public static Launch peer(FabricSettings network, PeerPlace place, Path builder) {
        return new Launch(
                Kind.PEER,
                place.name(),
                List.of(network.binaries().program("peer").toString(), "node", "start"),
                new TreeMap<>(NodeEnvironment.peer(network, place, builder)),
                List.of(place.port(), place.operationsPort()),
                List.of(place.msp(), place.tls(), place.connections(), builder),
                List.of(place.data()));
    }

    /** A peer's service of a chaincode. */
    public static Launch service(NetworkPlan plan, PeerPlace place, String label, String packageId) {
        Map<String, String> environment = NodeEnvironment.service(place, packageId, plan.serviceBind(place, label));
        return new Launch(
                Kind.SERVICE,
                plan.serviceHost(place, label),
                Services.of(place).command(label),
                new TreeMap<>(environment),
                List.of(plan.servicePort(place, label)),
                List.of(place.serviceTls()),
                List.of());
    }
}
