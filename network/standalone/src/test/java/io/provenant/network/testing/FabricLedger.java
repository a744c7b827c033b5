package io.provenant.network.testing;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Real Fabric, each node and each chaincode service a process. */
final class FabricLedger implements RunningLedger {

    private final FabricNetwork network;

    private FabricLedger(FabricNetwork network) {
        this.network = network;
    }

    static RunningLedger up(LedgerSpec spec, Path folder, Consensus consensus) {
        List<MemberSettings> members = spec.mspIds().stream()
                .map(mspId -> new MemberSettings(mspId, LedgerSpec.domain(mspId)))
                .toList();
        ChaincodeSettings chaincode = new ChaincodeSettings(
                spec.code().chaincode(),
                "1",
                spec.code().label(),
                command(spec.code()),
                spec.endorsementPolicy(),
                spec.code().collections(spec.mspIds()));
        TreeMap<String, String> peerSettings = new TreeMap<>();
        peerSettings.put("CORE_CHAINCODE_EXECUTETIMEOUT", TestLedger.EXECUTE_TIMEOUT.toSeconds() + "s");
        return new FabricLedger(FabricNetwork.up(
                FabricSettings.market(folder, FabricBinaries.require(System.getenv()), List.of(chaincode))
                        .withChannel(spec.channel(), members)
                        .withConsensus(consensus, consensus.defaultOrderers())
                        .withPeerSettings(peerSettings)));
    }

    private static List<String> command(Code code) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xmx128m",
                "-cp",
                classPath,
                code.service().getName());
    }

    @Override
    public Organisation organisation(String mspId) {
        return network.organisation(mspId);
    }

    @Override
    public String address(String mspId) {
        return network.gatewayAddress(mspId);
    }

    @Override
    public Path tlsRoot(String mspId) {
        return network.gatewayTlsRoot(mspId);
    }

    @Override
    public ManagedChannel connect(String mspId) {
        return network.connect(mspId);
    }

    @Override
    public void stopPeer(String mspId) {
        network.stopPeer(mspId);
    }

    @Override
    public void startPeer(String mspId) {
        network.startPeer(mspId);
    }

    @Override
    public void close() {
        network.close();
    }
}
