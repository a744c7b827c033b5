package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every process of a network and where it lives and listens; the same plan at each start of the same folder. */
public final class NetworkPlan {

    private final FabricSettings settings;
    private final Ports ports;
    private final List<PeerPlace> places = new ArrayList<>();
    private final List<OrdererPlace> orderers = new ArrayList<>();

    private NetworkPlan(FabricSettings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
    }

    /** Lays the network out, with the members that joined it; ports that were given at the first start stay. */
    public static NetworkPlan of(FabricSettings settings) {
        new FolderParts(settings.folder()).requireDescription();
        return of(settings, NetworkFile.require(settings).members());
    }

    /** The same as if it had these members. */
    public static NetworkPlan of(FabricSettings settings, List<MemberSettings> members) {
        try {
            Files.createDirectories(settings.folder().resolve("logs"));
        } catch (IOException e) {
            throw new FabricException("cannot make the folder " + settings.folder(), e);
        }
        NetworkPlan plan = new NetworkPlan(
                settings.withChannel(settings.channel(), members),
                Ports.load(settings.folder().resolve(FolderParts.PORTS)));
        plan.requirePorts(settings.members(), members);
        members.forEach(plan::addMember);
        for (int id = 1; id <= settings.orderers(); id++) {
            plan.addOrderer(id);
        }
        plan.ports.save();
        return plan;
    }

    /** The first block names the founders and the orderers, and later ones who joined. */
    private void requirePorts(List<MemberSettings> founders, List<MemberSettings> members) {
        boolean isFounded = new FolderParts(settings.folder()).isFounded();
        for (MemberSettings member : members) {
            if ((isFounded && founders.contains(member)) || FolderParts.hasJoined(home(member.mspId()))) {
                ports.requireKept(member.mspId() + ".peer");
            }
        }
        for (int id = 1; id <= settings.orderers() && isFounded; id++) {
            ports.requireKept("orderer" + id);
        }
    }

    private Path home(String name) {
        return settings.folder().resolve("organisations").resolve(name);
    }

    private void addMember(MemberSettings member) {
        PeerPlace place = place(member);
        places.add(place);
        if (member.hasPeer()) {
            labels(place).forEach(label -> ports.of(serviceName(member.mspId(), label)));
        }
    }

    /** What the settings want served, and what the organisation's folder says is served already. */
    private SortedSet<String> labels(PeerPlace place) {
        SortedSet<String> labels = new TreeSet<>();
        settings.chaincodes().forEach(chaincode -> labels.add(chaincode.label()));
        labels.addAll(Services.of(place).labels());
        return labels;
    }

    private PeerPlace place(MemberSettings member) {
        String name = member.mspId();
        Path home = home(name);
        int chaincodePort = ports.of(name + ".peer.chaincode");
        int operationsPort = ports.of(name + ".peer.operations");
        int port = ports.of(name + ".peer");
        return new PeerPlace(
                name,
                member.domain(),
                home,
                host("peer0." + member.domain()),
                port,
                chaincodePort,
                operationsPort,
                member.hasPeer());
    }

    private void addOrderer(int id) {
        String name = "orderer" + id;
        Path home = home(name);
        orderers.add(new OrdererPlace(
                id,
                home,
                host("orderer." + name + ".example"),
                ports.of(name),
                ports.of(name + ".admin"),
                ports.of(name + ".operations")));
    }

    private String host(String container) {
        return settings.containers().isPresent() ? container : "127.0.0.1";
    }

    public FabricSettings settings() {
        return settings;
    }

    /** Where the members live, whether they run a peer or not. */
    public List<PeerPlace> members() {
        return List.copyOf(places);
    }

    /** The members' peers. */
    public List<PeerPlace> peers() {
        return places.stream().filter(PeerPlace::isRun).toList();
    }

    /** The place of an organisation. */
    public PeerPlace peer(String mspId) {
        return places.stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no organisation of this network: " + mspId
                        + "; those are "
                        + places.stream().map(PeerPlace::mspId).toList()));
    }

    public List<OrdererPlace> orderers() {
        return List.copyOf(orderers);
    }

    /** Where the organisation's peer finds its service of a chaincode's package. */
    public String serviceAddress(PeerPlace peer, String label) {
        return host(serviceHost(peer, label)) + ":" + servicePort(peer, label);
    }

    /** Where the service listens: on all addresses of its container, else on loopback. */
    public String serviceBind(PeerPlace peer, String label) {
        return peer.bind() + ":" + servicePort(peer, label);
    }

    /** What its container is called; several versions run side by side for a while. */
    public String serviceHost(PeerPlace peer, String label) {
        return label.substring(0, label.indexOf('_')) + "-" + servicePort(peer, label) + ".chaincode." + peer.domain();
    }

    /** The port of it. */
    public int servicePort(PeerPlace peer, String label) {
        return ports.of(serviceName(peer.mspId(), label));
    }

    /** The channel's first block, made once. */
    public Path block() {
        return settings.folder().resolve("channel").resolve(settings.channel() + ".block");
    }

    /** Refuses a folder in which parts are missing that it has had. */
    public void requireParts() {
        new FolderParts(settings.folder()).require(this);
    }

    /** Where a process writes what it says. */
    public Path log(String process) {
        return settings.folder().resolve("logs").resolve(process + ".log");
    }

    /** Refuses where something else listens already. */
    public void requireFreePorts() {
        ports.requireFree();
    }

    private static String serviceName(String mspId, String label) {
        return mspId + ".service." + label;
    }
}
