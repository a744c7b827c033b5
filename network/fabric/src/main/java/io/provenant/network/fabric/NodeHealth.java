package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import io.provenant.network.fabric.node.Waiting;

/** Waits until a network's processes serve; one that ends meanwhile is told with the end of its log. */
record NodeHealth(NetworkPlan plan, Processes processes) {

    /** Returns once all orderers and peers are healthy. */
    void awaitNodes() {
        plan.orderers().forEach(this::await);
        plan.peers().forEach(this::await);
    }

    void await(OrdererPlace orderer) {
        await(processes.named(orderer.name()), orderer.operationsPort(), orderer.port());
        // The port at which it joins channels is opened last, after it calls itself healthy.
        Waiting.until("the admin port of " + orderer.name(), () -> Health.isServed(orderer.adminPort()));
    }

    void await(PeerPlace peer) {
        await(processes.named(peer.name()), peer.operationsPort(), peer.port());
    }

    private static void await(NodeProcess process, int operationsPort, int port) {
        Health health = new Health();
        Waiting.until("the health of " + process.name(), () -> {
            process.requireRunning();
            return health.isUp(operationsPort, port);
        });
    }

    /** Returns once all chaincode services listen. */
    void awaitServices() {
        plan.peers().forEach(this::awaitServices);
    }

    /** Returns once those of this peer do. */
    void awaitServices(PeerPlace peer) {
        for (String label : Services.of(peer).labels()) {
            awaitService(processes.service(peer, label), plan.servicePort(peer, label));
        }
    }

    static void awaitService(NodeProcess process, int port) {
        Waiting.until("the service " + process.name(), () -> {
            process.requireRunning();
            return Health.isServed(port);
        });
    }
}
