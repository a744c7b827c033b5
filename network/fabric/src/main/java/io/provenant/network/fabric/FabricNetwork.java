package io.provenant.network.fabric;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.provenant.network.fabric.channel.ChannelBlock;
import io.provenant.network.fabric.channel.ChannelParticipation;
import io.provenant.network.fabric.channel.Lifecycle;
import io.provenant.network.fabric.channel.PeerChannel;
import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeIdentities;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Waiting;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A running network of real Fabric processes. It ends with {@link #close} or with this JVM, however that ends; the next
 * {@link #up} of the same folder goes on with the same keys, blocks and ports.
 */
public final class FabricNetwork implements AutoCloseable {

    /** Fabric's blocks are up to 10 MB here, and gRPC's own limit of 4 MiB would cut them. */
    private static final int MESSAGE_LIMIT_BYTES = 100 * 1024 * 1024;

    private final NetworkPlan plan;
    private final FolderLock lock;
    private final Map<String, Organisation> organisations = new TreeMap<>();
    private final Processes processes;

    private FabricNetwork(NetworkPlan plan, FolderLock lock) {
        this.plan = plan;
        this.lock = lock;
        this.processes = new Processes(plan);
    }

    /** Starts a network and returns once every organisation's gateway can have every chaincode endorsed. */
    public static FabricNetwork up(FabricSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        FabricNetwork network = new FabricNetwork(NetworkPlan.of(settings), lock);
        try {
            network.start();
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void start() {
        NodeIdentities identities = new NodeIdentities(Clock.systemUTC());
        plan.peers().forEach(peer -> organisations.put(peer.mspId(), identities.member(peer)));
        plan.orderers().forEach(identities::orderer);
        Path block = ChannelBlock.require(plan);
        plan.requireFreePorts();
        processes.startAll();
        awaitHealth();
        join(block);
        settings().chaincodes().forEach(chaincode -> Lifecycle.apply(plan, chaincode));
        plan.peers().forEach(this::awaitReadiness);
    }

    private void awaitReadiness(PeerPlace peer) {
        for (ChaincodeSettings chaincode : settings().chaincodes()) {
            awaitService(peer, chaincode);
            new Readiness(plan, chaincode).await(peer, organisation(peer.mspId()));
        }
    }

    private void awaitHealth() {
        for (OrdererPlace orderer : plan.orderers()) {
            awaitUp(processes.named(orderer.name()), orderer.operationsPort(), orderer.port());
        }
        for (PeerPlace peer : plan.peers()) {
            awaitUp(processes.named(peer.name()), peer.operationsPort(), peer.port());
        }
    }

    /** An organisation's peer, and with it its gateway; started again once its gateway can have all endorsed. */
    public NodeControl peer(String mspId) {
        PeerPlace peer = plan.peer(mspId);
        return control(peer.name(), process -> {
            awaitUp(process, peer.operationsPort(), peer.port());
            awaitReadiness(peer);
        });
    }

    /** An orderer, by its consenter number from 1; started again once it is healthy, be there a leader or not. */
    public NodeControl orderer(int id) {
        OrdererPlace orderer = plan.orderers().get(id - 1);
        return control(orderer.name(), process -> awaitUp(process, orderer.operationsPort(), orderer.port()));
    }

    /** An organisation's service of a chaincode; started again once it listens, and its peer finds it at the next call. */
    public NodeControl service(String mspId, String chaincode) {
        PeerPlace peer = plan.peer(mspId);
        ChaincodeSettings code = settings().chaincodes().stream()
                .filter(one -> one.name().equals(chaincode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chaincode of this network: " + chaincode));
        return control(Processes.serviceName(peer, chaincode), process -> awaitService(peer, code));
    }

    private void awaitService(PeerPlace peer, ChaincodeSettings chaincode) {
        NodeProcess process = processes.named(Processes.serviceName(peer, chaincode.name()));
        int port = plan.servicePort(peer, chaincode);
        Waiting.until("the service " + process.name(), () -> {
            process.requireRunning();
            return Health.isOpen(port);
        });
    }

    private NodeControl control(String name, Consumer<NodeProcess> awaitReady) {
        return new NodeControl(processes.named(name), awaitReady);
    }

    private static void awaitUp(NodeProcess process, int operationsPort, int port) {
        Health health = new Health();
        Waiting.until("the health of " + process.name(), () -> {
            process.requireRunning();
            return health.isUp(operationsPort, port);
        });
    }

    private void join(Path block) {
        ChannelParticipation participation = new ChannelParticipation();
        plan.orderers()
                .forEach(orderer -> participation.join(orderer, settings().channel(), block));
        plan.peers().parallelStream().forEach(peer -> PeerChannel.join(settings(), peer, block));
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
        return plan.peer(mspId).tls().resolve("ca.crt");
    }

    /** A new connection to an organisation's gateway; whoever asks for it shuts it down. */
    public ManagedChannel connect(String mspId) {
        try {
            ChannelCredentials trust = TlsChannelCredentials.newBuilder()
                    .trustManager(gatewayTlsRoot(mspId).toFile())
                    .build();
            return Grpc.newChannelBuilder(gatewayAddress(mspId), trust)
                    .maxInboundMessageSize(MESSAGE_LIMIT_BYTES)
                    .build();
        } catch (IOException e) {
            throw new FabricException("cannot read " + gatewayTlsRoot(mspId), e);
        }
    }

    /** Every process of the network, orderers first, then peers, then chaincode services. */
    public List<NodeProcess> processes() {
        return processes.all();
    }

    @Override
    public void close() {
        processes.close();
        lock.close();
    }
}
