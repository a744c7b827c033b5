package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of a network as the network's folder names it, and how it is now.
 *
 * @param port where it serves
 * @param healthPort where its health is asked; 0 where it has no such port
 */
record ProcessState(long pid, String name, int port, int healthPort) {

    private static final Pattern FORM =
            Pattern.compile("process (\\d+): (\\S+) on 127\\.0\\.0\\.1:(\\d+)(?:, health on 127\\.0\\.0\\.1:(\\d+))?");

    /** Those of a network, each organisation's services behind its peer. */
    static List<ProcessState> of(NetworkPlan plan, Processes processes) {
        List<ProcessState> states = new ArrayList<>();
        for (OrdererPlace orderer : plan.orderers()) {
            states.add(of(processes.named(orderer.name()), orderer.port(), orderer.operationsPort()));
        }
        for (PeerPlace peer : plan.peers()) {
            states.add(of(processes.named(peer.name()), peer.port(), peer.operationsPort()));
            for (String label : Services.of(peer).labels()) {
                states.add(of(processes.service(peer, label), plan.servicePort(peer, label), 0));
            }
        }
        return states;
    }

    private static ProcessState of(NodeProcess process, int port, int healthPort) {
        long pid = process.handles().mapToLong(ProcessHandle::pid).findFirst().orElse(0);
        return new ProcessState(pid, process.name(), port, healthPort);
    }

    /** The line that stands for it. */
    String text() {
        return "process " + pid + ": " + name + " on 127.0.0.1:" + port
                + (healthPort == 0 ? "" : ", health on 127.0.0.1:" + healthPort);
    }

    /** Reads such a line; empty where it is about something else. */
    static Optional<ProcessState> parse(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int health = Optional.ofNullable(parts.group(4)).map(Integer::parseInt).orElse(0);
        return Optional.of(new ProcessState(
                Long.parseLong(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3)), health));
    }

    /** Why it does not serve now; empty where it does. */
    Optional<String> fault() {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return Optional.of("has ended");
        }
        if (isFrozen()) {
            return Optional.of("is stopped by a signal; kill -CONT " + pid + " lets it go on");
        }
        boolean isUp = healthPort == 0 ? Health.isServed(port) : new Health().isUp(healthPort, port);
        return isUp ? Optional.empty() : Optional.of("runs and does not answer");
    }

    /** As Linux says it; elsewhere a stopped process is one that does not answer. */
    private boolean isFrozen() {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.startsWith("T", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
