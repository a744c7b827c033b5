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
import java.util.function.BooleanSupplier;

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
        settings()
                .chaincodes()
                .forEach(chaincode -> new Readiness(plan, chaincode).await(peer, organisation(peer.mspId())));
    }

    private void awaitHealth() {
        Health health = new Health();
        for (OrdererPlace orderer : plan.orderers()) {
            awaitUp(orderer.name(), () -> health.isUp(orderer.operationsPort(), orderer.port()));
        }
        plan.peers().forEach(this::awaitUp);
    }

    private void awaitUp(PeerPlace peer) {
        Health health = new Health();
        awaitUp(peer.name(), () -> health.isUp(peer.operationsPort(), peer.port()));
    }

    private void awaitUp(String name, BooleanSupplier isUp) {
        Waiting.until("the health of " + name, () -> {
            processes.requireRunning();
            return isUp.getAsBoolean();
        });
    }

    /** Ends an organisation's peer, and with it its gateway; the others go on. */
    public void stopPeer(String mspId) {
        processes.stop(plan.peer(mspId));
    }

    /** Starts a peer that was stopped, and returns once its gateway can have every chaincode endorsed again. */
    public void startPeer(String mspId) {
        PeerPlace peer = plan.peer(mspId);
        processes.start(peer);
        awaitUp(peer);
        awaitReadiness(peer);
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
