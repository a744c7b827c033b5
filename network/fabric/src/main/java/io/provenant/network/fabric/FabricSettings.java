package io.provenant.network.fabric;

import java.nio.file.Path;
import java.util.List;

/**
 * A network: where it lives, who its members are, how it orders, and what runs on it.
 *
 * @param folder keeps everything, keys and blocks; the same folder is the same network
 * @param channel the channel's name
 */
public record FabricSettings(
        Path folder,
        FabricBinaries binaries,
        String channel,
        List<MemberSettings> members,
        Consensus consensus,
        int orderers,
        List<ChaincodeSettings> chaincodes) {

    public FabricSettings {
        folder = folder.toAbsolutePath().normalize();
        members = List.copyOf(members);
        chaincodes = List.copyOf(chaincodes);
        if (consensus == Consensus.BFT && orderers < 4) {
            throw new IllegalArgumentException("BFT needs four orderers or more, not " + orderers);
        }
        if (orderers < 1 || members.isEmpty()) {
            throw new IllegalArgumentException(
                    "a network needs an orderer and a member, not " + orderers + " and " + members.size());
        }
    }

    /** Exchange, regulator and association with one Raft orderer on the channel {@code market}. */
    public static FabricSettings market(Path folder, FabricBinaries binaries, List<ChaincodeSettings> chaincodes) {
        return new FabricSettings(
                folder,
                binaries,
                "market",
                MemberSettings.market(),
                Consensus.RAFT,
                Consensus.RAFT.defaultOrderers(),
                chaincodes);
    }

    /** The same, ordered in another way. */
    public FabricSettings withConsensus(Consensus replacement, int count) {
        return new FabricSettings(folder, binaries, channel, members, replacement, count, chaincodes);
    }
}
