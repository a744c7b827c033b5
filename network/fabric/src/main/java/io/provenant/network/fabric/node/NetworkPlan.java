package io.provenant.network.fabric.node;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every process of a network and where it lives and listens; the same plan at each start of the same folder. */
public final class NetworkPlan {

    private final FabricSettings settings;
    private final Ports ports;
    private final List<PeerPlace> peers = new ArrayList<>();
    private final List<OrdererPlace> orderers = new ArrayList<>();

    private NetworkPlan(FabricSettings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
    }

    /** Lays the network out; ports that were given at the first start stay. */
    public static NetworkPlan of(FabricSettings settings) {
        try {
            Files.createDirectories(settings.folder().resolve("logs"));
        } catch (IOException e) {
            throw new FabricException("cannot make the folder " + settings.folder(), e);
        }
        requireSameNetwork(settings);
        NetworkPlan plan =
                new NetworkPlan(settings, Ports.load(settings.folder().resolve("ports.properties")));
        settings.members().forEach(plan::addPeer);
        for (int id = 1; id <= settings.orderers(); id++) {
            plan.addOrderer(id);
        }
        plan.ports.save();
        return plan;
    }

    /** A folder is one network: its members and orderers stand in its first block. */
    private static void requireSameNetwork(FabricSettings settings) {
        Path file = settings.folder().resolve("network.txt");
        List<String> mspIds =
                settings.members().stream().map(MemberSettings::mspId).toList();
        String wanted = "channel " + settings.channel() + " of " + String.join(", ", mspIds) + ", "
                + settings.consensus() + " with " + settings.orderers() + " orderers\n";
        try {
            String kept = Files.exists(file) ? Files.readString(file) : wanted;
            if (!kept.equals(wanted)) {
                throw new FabricException(settings.folder() + " holds another network (" + kept.strip()
                        + ") than asked for (" + wanted.strip() + "): ask for that one, or reset");
            }
            Files.writeString(file, wanted);
        } catch (IOException e) {
            throw new FabricException("cannot use " + file, e);
        }
    }

    private void addPeer(MemberSettings member) {
        String name = member.mspId();
        Path home = settings.folder().resolve("organisations").resolve(name);
        int chaincodePort = ports.of(name + ".peer.chaincode");
        int operationsPort = ports.of(name + ".peer.operations");
        int port = ports.of(name + ".peer");
        peers.add(new PeerPlace(name, member.domain(), home, port, chaincodePort, operationsPort));
        settings.chaincodes().forEach(chaincode -> ports.of(serviceName(name, chaincode)));
    }

    private void addOrderer(int id) {
        String name = "orderer" + id;
        Path home = settings.folder().resolve("organisations").resolve(name);
        orderers.add(
                new OrdererPlace(id, home, ports.of(name), ports.of(name + ".admin"), ports.of(name + ".operations")));
    }

    public FabricSettings settings() {
        return settings;
    }

    public List<PeerPlace> peers() {
        return List.copyOf(peers);
    }

    /** The peer of an organisation. */
    public PeerPlace peer(String mspId) {
        return peers.stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no organisation of this network: " + mspId));
    }

    public List<OrdererPlace> orderers() {
        return List.copyOf(orderers);
    }

    /** Where an organisation's service of a chaincode listens. */
    public String serviceAddress(PeerPlace peer, ChaincodeSettings chaincode) {
        return "127.0.0.1:" + servicePort(peer, chaincode);
    }

    /** The port of it. */
    public int servicePort(PeerPlace peer, ChaincodeSettings chaincode) {
        return ports.of(serviceName(peer.mspId(), chaincode));
    }

    /** Where a process writes what it says. */
    public Path log(String process) {
        return settings.folder().resolve("logs").resolve(process + ".log");
    }

    /** Refuses where something else listens already. */
    public void requireFreePorts() {
        ports.requireFree();
    }

    private static String serviceName(String mspId, ChaincodeSettings chaincode) {
        return mspId + ".service." + chaincode.name();
    }
}
