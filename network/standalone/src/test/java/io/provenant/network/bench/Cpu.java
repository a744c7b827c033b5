package io.provenant.network.bench;

import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.node.NodeProcess;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The CPU time that the processes of a network and this one have taken, by what they do. */
public final class Cpu {

    /** This process: clients, and whatever else runs in it. */
    public static final String HERE = "clients";

    private final Optional<FabricNetwork> network;

    /** Of this process and a network's. */
    public Cpu(Optional<FabricNetwork> network) {
        this.network = network;
    }

    /** Milliseconds so far; a chaincode's services under its name. */
    public Map<String, Double> millis() {
        Map<String, Double> groups = new TreeMap<>();
        groups.put(HERE, millis(ProcessHandle.current()));
        network.ifPresent(running -> running.processes()
                .forEach(process -> process.handles()
                        .forEach(handle -> groups.merge(group(process), millis(handle), Double::sum))));
        return groups;
    }

    /** What has been added since. */
    public Map<String, Double> since(Map<String, Double> before) {
        Map<String, Double> added = new TreeMap<>();
        millis().forEach((group, millis) -> added.put(group, millis - before.getOrDefault(group, 0.0)));
        return added;
    }

    private static String group(NodeProcess process) {
        String name = process.name();
        if (name.startsWith("orderer")) {
            return "orderers";
        }
        return name.startsWith("peer")
                ? "peers"
                : name.substring(0, name.indexOf('.')).replaceAll("_.*", "");
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }
}
