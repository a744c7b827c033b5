package io.provenant.network.fabric;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.channel.ChannelBlock;
import io.provenant.network.fabric.channel.Lifecycle;
import io.provenant.network.fabric.container.Containers;
import io.provenant.network.fabric.node.NetworkFile;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeIdentities;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.Parallel;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * A running network of real Fabric processes. It ends with {@link #close} or with this JVM, however that ends; the next
 * {@link #up} of the same folder goes on with the same keys, blocks and ports.
 */
public final class FabricNetwork implements NetworkKeeper, AutoCloseable {

    private final FabricSettings founding;
    private final FolderLock lock;
    private final Clock clock;
    private final Map<String, Organisation> organisations = new ConcurrentSkipListMap<>();
    private final Processes processes = new Processes();
    private final List<String> remarks = new ArrayList<>();
    private volatile NetworkPlan plan;

    private FabricNetwork(FabricSettings founding, FolderLock lock, Clock clock) {
        this.clock = clock;
        this.founding = founding;
        this.lock = lock;
        this.plan = NetworkPlan.of(founding);
    }

    /** Starts a network and returns once every organisation's gateway can have every chaincode endorsed. */
    public static FabricNetwork up(FabricSettings settings) {
        return up(settings, Clock.systemUTC());
    }

    /** The same; the clock dates the certificates that are made, and says which are due to be renewed. */
    public static FabricNetwork up(FabricSettings settings, Clock clock) {
        FolderLock lock = FolderLock.take(settings.folder());
        FabricNetwork network = new FabricNetwork(settings, lock, clock);
        try {
            network.start();
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void start() {
        plan.requireParts();
        containers().ifPresent(containers -> containers.prepare(settings()));
        settings().chaincodes().forEach(this::serve);
        plan = NetworkPlan.of(founding);
        makeIdentities();
        Path block = ChannelBlock.require(plan);
        plan.requireFreePorts();
        processes.follow(plan);
        new Joining(plan, health()).join(block);
        settings().chaincodes().forEach(this::define);
        health().awaitServices();
        awaitReadiness();
    }

    private void serve(ChaincodeSettings chaincode) {
        plan.peers().forEach(peer -> Services.of(peer).put(chaincode.label(), chaincode.command()));
    }

    private void makeIdentities() {
        NodeIdentities identities = new NodeIdentities(clock);
        plan.members().parallelStream()
                .forEach(place -> organisations.computeIfAbsent(place.mspId(), absent -> identities.member(place)));
        plan.orderers().parallelStream().forEach(identities::orderer);
    }

    private void define(ChaincodeSettings chaincode) {
        String label = Lifecycle.apply(plan, chaincode);
        boolean isServed = plan.peers().stream()
                .anyMatch(peer -> Services.of(peer).labels().contains(label));
        if (isServed) {
            NetworkFile.read(settings().folder()).orElseThrow().run(label);
        }
        if (!label.equals(chaincode.label())) {
            remarks.add("the channel runs " + label + ", committed since; " + chaincode.label()
                    + (isServed
                            ? " is not put back"
                            : " is not put back. No service of it is here: scripts/network chaincode install"));
        }
        Lifecycle.retire(plan, chaincode.name());
        processes.follow(plan);
    }

    @Override
    public synchronized void follow() {
        plan = NetworkPlan.of(founding);
        makeIdentities();
        processes.follow(plan);
        health().awaitNodes();
        health().awaitServices();
    }

    @Override
    public void awaitReadiness() {
        Parallel.each(plan.peers(), this::awaitReadiness);
    }

    private NodeHealth health() {
        return new NodeHealth(plan, processes);
    }

    private void awaitReadiness(PeerPlace peer) {
        for (ChaincodeSettings chaincode : settings().chaincodes()) {
            new Readiness(plan, chaincode).await(peer, organisation(peer.mspId()));
        }
    }

    /** An organisation's peer, and with it its gateway; started again once its gateway can have all endorsed. */
    public NodeControl peer(String mspId) {
        PeerPlace peer = plan.peer(mspId);
        return control(peer.name(), process -> {
            health().await(peer);
            health().awaitServices(peer);
            awaitReadiness(peer);
        });
    }

    /** An orderer, by its consenter number from 1; started again once it is healthy, be there a leader or not. */
    public NodeControl orderer(int id) {
        OrdererPlace orderer = plan.orderers().get(id - 1);
        return control(orderer.name(), process -> health().await(orderer));
    }

    /** The orderer that leads, by its consenter number; empty while none does. */
    public OptionalInt leader() {
        return Leadership.of(plan);
    }

    /** Whether all orderers follow the same leader; a BFT orderer that was away does from its next block on. */
    public boolean isLeaderAgreed() {
        return Leadership.isAgreed(plan);
    }

    /** An organisation's service of a chaincode; started again once it listens, and its peer finds it at the next call. */
    public NodeControl service(String mspId, String chaincode) {
        PeerPlace peer = plan.peer(mspId);
        String label = Services.of(peer).labels().stream()
                .filter(one -> one.startsWith(chaincode + "_"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chaincode of this network: " + chaincode));
        return control(
                processes.service(peer, label).name(),
                process -> NodeHealth.awaitService(process, plan.servicePort(peer, label)));
    }

    private NodeControl control(String name, Consumer<NodeProcess> awaitReady) {
        if (settings().containers().isPresent()) {
            throw new FabricException(name + " is a container: docker stop, start, kill and pause do that");
        }
        return new NodeControl(processes.named(name), awaitReady);
    }

    /** Its containers, where it runs in any. */
    public Optional<Containers> containers() {
        return settings().containers().map(images -> new Containers(settings(), images));
    }

    /** Where containers on the same network find an organisation's gateway, as host and port. */
    public String gatewayAddressInNetwork(String mspId) {
        return plan.peer(mspId).networkAddress();
    }

    public FabricSettings settings() {
        return plan.settings();
    }

    /** A member organisation, which issues identities that the channel takes. */
    public Organisation organisation(String mspId) {
        Organisation organisation = organisations.get(mspId);
        if (organisation == null) {
            throw new IllegalArgumentException("no organisation of this network: " + mspId);
        }
        return organisation;
    }

    /** Where an organisation's gateway listens, as host and port. */
    public String gatewayAddress(String mspId) {
        return plan.peer(mspId).address();
    }

    /** The root that an organisation's gateway proves itself by, a PEM file. */
    public Path gatewayTlsRoot(String mspId) {
        return GatewayConnection.root(plan.peer(mspId));
    }

    /** What is where; for those who act as its operators. */
    public NetworkPlan plan() {
        return plan;
    }

    /** A new connection to an organisation's gateway; whoever asks for it shuts it down. */
    public ManagedChannel connect(String mspId) {
        return GatewayConnection.open(plan.peer(mspId));
    }

    /** What its start found otherwise than its settings say. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Every process of the network, orderers first, then peers, then chaincode services. */
    public List<NodeProcess> processes() {
        return processes.all();
    }

    /** The same with where each of them is. */
    List<ProcessState> states() {
        return ProcessState.of(plan, processes);
    }

    @Override
    public void close() {
        processes.close();
        containers().ifPresent(Containers::remove);
        lock.close();
    }
}
