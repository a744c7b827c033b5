package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.ExternalBuilder;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeEnvironment;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All processes of a network, started together and stopped together. */
final class Processes implements AutoCloseable {

    private final NetworkPlan plan;
    private final List<NodeProcess> all = new CopyOnWriteArrayList<>();

    Processes(NetworkPlan plan) {
        this.plan = plan;
    }

    void startAll() {
        Path builder = ExternalBuilder.write(plan.settings().folder());
        plan.orderers().forEach(this::start);
        plan.peers().forEach(peer -> start(peer, builder));
        plan.settings().chaincodes().forEach(chaincode -> plan.peers().forEach(peer -> start(peer, chaincode)));
    }

    private void start(OrdererPlace orderer) {
        FabricBinaries binaries = plan.settings().binaries();
        all.add(NodeProcess.start(
                orderer.name(),
                List.of(binaries.program("orderer").toString()),
                NodeEnvironment.orderer(binaries, orderer),
                plan.log(orderer.name())));
    }

    private void start(PeerPlace peer, Path builder) {
        all.add(NodeProcess.start(
                peer.name(),
                List.of(plan.settings().binaries().program("peer").toString(), "node", "start"),
                NodeEnvironment.peer(plan.settings(), peer, builder),
                plan.log(peer.name())));
    }

    private void start(PeerPlace peer, ChaincodeSettings chaincode) {
        ExternalBuilder.writeConnection(plan, peer, chaincode);
        String name = serviceName(peer, chaincode.name());
        String packageId = ChaincodePackage.of(chaincode).id();
        all.add(NodeProcess.start(
                name,
                chaincode.command(),
                NodeEnvironment.service(peer, packageId, plan.serviceAddress(peer, chaincode)),
                plan.log(name)));
    }

    /** How the service of a chaincode is called. */
    static String serviceName(PeerPlace peer, String chaincode) {
        return chaincode + "." + peer.domain();
    }

    /** The process of this name; it stays the same one when it is started again. */
    NodeProcess named(String name) {
        return all.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process of this network: " + name));
    }

    List<NodeProcess> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(NodeProcess::requestStop);
        all.forEach(NodeProcess::close);
        all.clear();
    }
}
