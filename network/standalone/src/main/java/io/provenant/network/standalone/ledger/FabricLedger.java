package io.provenant.network.standalone.ledger;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Real Fabric, each node and each chaincode service a process. */
final class FabricLedger implements RunningLedger {

    private final FabricNetwork network;

    FabricLedger(FabricNetwork network) {
        this.network = network;
    }

    static RunningLedger up(LedgerSpec spec, Path folder, Consensus consensus) {
        List<ChaincodeSettings> chaincodes =
                spec.codes().stream().map(code -> settings(spec, code)).toList();
        TreeMap<String, String> peerSettings = new TreeMap<>();
        peerSettings.put("CORE_CHAINCODE_EXECUTETIMEOUT", spec.executeTimeout().toSeconds() + "s");
        return new FabricLedger(
                FabricNetwork.up(FabricSettings.market(folder, FabricBinaries.require(System.getenv()), chaincodes)
                        .withChannel(spec.channel(), spec.members())
                        .withConsensus(consensus, consensus.defaultOrderers())
                        .withPeerSettings(peerSettings)));
    }

    private static ChaincodeSettings settings(LedgerSpec spec, LedgerCode code) {
        return new ChaincodeSettings(
                code.chaincode(),
                code.version(),
                code.label(),
                code.command(),
                spec.endorsementPolicy(),
                code.collections(spec.mspIds()));
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
        network.peer(mspId).stop();
    }

    @Override
    public void startPeer(String mspId) {
        network.peer(mspId).start();
    }

    @Override
    public Optional<FabricNetwork> processes() {
        return Optional.of(network);
    }

    @Override
    public void close() {
        network.close();
    }
}
