package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.channel.ExternalBuilder;
import io.provenant.network.fabric.container.Containers;
import io.provenant.network.fabric.node.Launch;
import io.provenant.network.fabric.node.Launcher;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** All processes of a network, started together and stopped together; what runs follows the plan and the folder. */
final class Processes implements AutoCloseable {

    private final Map<String, NodeProcess> orderers = new TreeMap<>();
    private final Map<String, NodeProcess> peers = new ConcurrentSkipListMap<>();
    private final Map<String, NodeProcess> services = new TreeMap<>();

    /** Starts what the plan has and does not run, and stops peers and services that it has no more. */
    synchronized void follow(NetworkPlan plan) {
        stopAllBut(peers, plan.peers().stream().map(PeerPlace::name).collect(Collectors.toSet()));
        Map<String, Runnable> wanted = new TreeMap<>();
        for (PeerPlace peer : plan.peers()) {
            for (String label : Services.of(peer).labels()) {
                wanted.put(key(peer, label), () -> startMissing(plan, peer, label));
            }
        }
        stopAllBut(services, wanted.keySet());
        wanted.values().forEach(Runnable::run); // first, for they take longest
        plan.orderers().forEach(orderer -> startMissing(plan, orderer));
        plan.peers().forEach(peer -> startMissing(plan, peer));
        plan.settings()
                .containers()
                .ifPresent(images -> new Containers(plan.settings(), images).writeCompose(launches(plan)));
    }

    private static List<Launch> launches(NetworkPlan plan) {
        List<Launch> launches = new ArrayList<>();
        Path builder = ExternalBuilder.write(plan.settings().folder());
        plan.orderers().forEach(orderer -> launches.add(Launch.orderer(plan.settings(), orderer)));
        plan.peers().forEach(peer -> launches.add(Launch.peer(plan.settings(), peer, builder)));
        for (PeerPlace peer : plan.peers()) {
            Services.of(peer).labels().forEach(label -> launches.add(service(plan, peer, label)));
        }
        return launches;
    }

    private static Launch service(NetworkPlan plan, PeerPlace peer, String label) {
        return Launch.service(plan, peer, label, ChaincodePackage.of(label).id());
    }

    private static void stopAllBut(Map<String, NodeProcess> running, Set<String> wanted) {
        running.forEach((key, process) -> {
            if (!wanted.contains(key)) {
                process.close();
            }
        });
        running.keySet().retainAll(wanted);
    }

    private void startMissing(NetworkPlan plan, OrdererPlace orderer) {
        orderers.computeIfAbsent(
                orderer.name(),
                name -> launcher(plan).start(name, Launch.orderer(plan.settings(), orderer), plan.log(name)));
    }

    private void startMissing(NetworkPlan plan, PeerPlace peer) {
        Path builder = ExternalBuilder.write(plan.settings().folder());
        peers.computeIfAbsent(
                peer.name(),
                name -> launcher(plan).start(name, Launch.peer(plan.settings(), peer, builder), plan.log(name)));
    }

    private void startMissing(NetworkPlan plan, PeerPlace peer, String label) {
        NodeProcess running = services.get(key(peer, label));
        if (running != null) {
            running.startAgain();
            return;
        }
        ExternalBuilder.writeConnection(plan, peer, label);
        String name = serviceName(peer, label);
        services.put(key(peer, label), launcher(plan).start(name, service(plan, peer, label), plan.log(name)));
    }

    private static Launcher launcher(NetworkPlan plan) {
        return plan.settings()
                .containers()
                .<Launcher>map(images -> new Containers(plan.settings(), images))
                .orElse(Launcher.PROCESSES);
    }

    private static String key(PeerPlace peer, String label) {
        return peer.domain() + " " + label;
    }

    /** The chaincode's name and the domain; with its version while another one runs beside it. */
    private String serviceName(PeerPlace peer, String label) {
        CodeLabel code = CodeLabel.parse(label);
        String plain = code.name() + "." + peer.domain();
        boolean isTaken = services.values().stream()
                .anyMatch(process -> process.isRunning() && process.name().equals(plain));
        return isTaken ? code.name() + "-" + code.version() + "." + peer.domain() : plain;
    }

    /** The process of this name; it stays the same one when it is started again. */
    synchronized NodeProcess named(String name) {
        return all().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process of this network: " + name));
    }

    /** The service of a package. */
    synchronized NodeProcess service(PeerPlace peer, String label) {
        NodeProcess process = services.get(key(peer, label));
        if (process == null) {
            throw new IllegalArgumentException(peer.mspId() + " runs no service of " + label);
        }
        return process;
    }

    /** Orderers first, then peers, then services. */
    synchronized List<NodeProcess> all() {
        List<NodeProcess> all = new ArrayList<>(orderers.values());
        all.addAll(peers.values());
        all.addAll(services.values());
        return all;
    }

    @Override
    public synchronized void close() {
        all().forEach(NodeProcess::requestStop);
        all().forEach(NodeProcess::close);
        orderers.clear();
        peers.clear();
        services.clear();
    }
}
