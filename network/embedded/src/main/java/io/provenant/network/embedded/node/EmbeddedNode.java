package io.provenant.network.embedded.node;

import io.grpc.BindableService;
import io.provenant.network.embedded.access.SigningIdentity;
import io.provenant.network.embedded.chaincode.ChaincodeConnection;
import io.provenant.network.embedded.chaincode.ChaincodeEndpoint;
import io.provenant.network.embedded.deliver.DeliverService;
import io.provenant.network.embedded.endorser.EndorserService;
import io.provenant.network.embedded.endorser.EndorsingPeer;
import io.provenant.network.embedded.gateway.GatewayPeer;
import io.provenant.network.embedded.gateway.GatewayService;
import io.provenant.network.embedded.gateway.GatewayService.OrdererAddress;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.msp.SignerFolder;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One channel of several organisations in this JVM: a peer with its gateway for each, and one orderer. It answers as
 * Fabric does and keeps genuine blocks, but it holds every organisation's keys and so proves nothing between them.
 */
public final class EmbeddedNode implements AutoCloseable {

    private final NodeSettings settings;
    private final Clock clock;
    private final ExecutorService executor;
    private final InProcessChaincodes chaincodes;
    private final Channel channel;
    private final String id = UUID.randomUUID().toString();
    private final ConcurrentNavigableMap<String, Peer> peers = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, HostPort> addresses = new ConcurrentSkipListMap<>();

    private EmbeddedNode(
            NodeSettings settings,
            Clock clock,
            ExecutorService executor,
            InProcessChaincodes chaincodes,
            Channel channel) {
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.chaincodes = chaincodes;
        this.channel = channel;
    }

    /** Starts a node whose chaincodes are processes of their own. */
    public static EmbeddedNode start(NodeSettings settings) throws IOException {
        return start(settings, Map.of());
    }

    /**
     * Starts a node.
     *
     * @param chaincodes the chaincodes that run in this JVM, by MSP id; they win over the settings' addresses
     */
    public static EmbeddedNode start(NodeSettings settings, Map<String, BindableService> chaincodes)
            throws IOException {
        return start(settings, chaincodes, Clock.systemUTC());
    }

    static EmbeddedNode start(NodeSettings settings, Map<String, BindableService> chaincodes, Clock clock)
            throws IOException {
        ExecutorService executor = Executors.newCachedThreadPool(EmbeddedNode::thread);
        Channel channel = Channel.open(settings, clock, executor);
        InProcessChaincodes served = InProcessChaincodes.start(chaincodes, executor);
        EmbeddedNode node = new EmbeddedNode(settings, clock, executor, served, channel);
        try {
            for (OrganisationSettings organisation : settings.organisations()) {
                node.startPeer(organisation.mspId());
            }
            return node;
        } catch (IOException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "embedded-node");
        thread.setDaemon(true);
        return thread;
    }

    /** The name of an organisation's peer on gRPC's in-process transport; it stays the same while the node lives. */
    public String inProcess(String mspId) {
        return "peer-" + organisation(mspId).mspId() + "-" + id;
    }

    /** Where an organisation's peer listens with TLS; it stays the same while the node lives. */
    public HostPort address(String mspId) {
        return addresses.getOrDefault(mspId, organisation(mspId).peer());
    }

    public ChannelLedger ledger() {
        return channel.ledger();
    }

    /** Starts the peer of an organisation, if it does not run. */
    public synchronized void startPeer(String mspId) throws IOException {
        if (!peers.containsKey(mspId)) {
            peers.put(mspId, peer(organisation(mspId)));
        }
    }

    /** Stops the peer of an organisation at once: its calls break, and other gateways no longer ask it. */
    public synchronized void stopPeer(String mspId) {
        Peer peer = peers.remove(organisation(mspId).mspId());
        if (peer != null) {
            peer.close();
        }
    }

    private Peer peer(OrganisationSettings organisation) throws IOException {
        String mspId = organisation.mspId();
        SigningIdentity identity = SignerFolder.load(mspId, organisation.mspDir());
        Optional<ChaincodeConnection> chaincode =
                endpoint(mspId).map(endpoint -> new ChaincodeConnection(endpoint, settings.executeTimeout()));
        EndorsingPeer endorser = new EndorsingPeer(identity, channel.ledger(), chaincode, executor, clock);
        GatewayService gateway = new GatewayService(
                mspId,
                this::running,
                channel.ledger(),
                channel.orderer(),
                new OrdererAddress(
                        settings.orderer().mspId(), settings.orderer().address().toString()),
                channel.waiters(),
                executor);
        PeerServers servers = PeerServers.start(
                address(mspId),
                organisation.tlsFolder(),
                inProcess(mspId),
                List.of(
                        gateway,
                        new EndorserService(endorser),
                        new DeliverService(mspId, channel.ledger(), clock, executor)),
                executor);
        HostPort address = new HostPort(organisation.peer().host(), servers.port());
        addresses.put(mspId, address);
        return new Peer(new GatewayPeer(mspId, address.toString(), endorser), servers, chaincode);
    }

    private List<GatewayPeer> running() {
        return peers.values().stream().map(Peer::seen).toList();
    }

    private Optional<ChaincodeEndpoint> endpoint(String mspId) {
        ChaincodeSettings chaincode = settings.chaincode();
        String chaincodeId =
                chaincode.definition().name() + "_" + chaincode.definition().version();
        return chaincodes
                .endpoint(chaincodeId, mspId)
                .or(() -> Optional.ofNullable(chaincode.addresses().get(mspId))
                        .map(address -> ChaincodeEndpoint.tcp(chaincodeId, address.host(), address.port())));
    }

    private OrganisationSettings organisation(String mspId) {
        return settings.organisations().stream()
                .filter(organisation -> organisation.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the node has no organisation " + mspId));
    }

    /** Commits what was taken for ordering and stops everything. */
    @Override
    public synchronized void close() {
        peers.values().forEach(Peer::close);
        peers.clear();
        channel.close();
        chaincodes.close();
        executor.shutdown();
    }
}
