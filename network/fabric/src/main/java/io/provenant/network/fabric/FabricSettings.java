package io.provenant.network.fabric;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network: where it lives, who its members are, how it orders, and what runs on it.
 *
 * @param folder keeps everything, keys and blocks; the same folder is the same network
 * @param channel the channel's name
 * @param peerSettings more of Fabric's own settings for every peer, as its environment variables {@code CORE_...}
 * @param containers the images that its nodes run in as containers; absent: they are plain processes
 */
public record FabricSettings(
        Path folder,
        FabricBinaries binaries,
        String channel,
        List<MemberSettings> members,
        Consensus consensus,
        int orderers,
        List<ChaincodeSettings> chaincodes,
        SortedMap<String, String> peerSettings,
        Optional<Images> containers) {

    public FabricSettings {
        folder = folder.toAbsolutePath().normalize();
        members = List.copyOf(members);
        chaincodes = List.copyOf(chaincodes);
        peerSettings = Collections.unmodifiableSortedMap(new TreeMap<>(peerSettings));
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
                chaincodes,
                new TreeMap<>(),
                Optional.empty());
    }

    /** The same, ordered in another way. */
    public FabricSettings withConsensus(Consensus replacement, int count) {
        return new FabricSettings(
                folder, binaries, channel, members, replacement, count, chaincodes, peerSettings, containers);
    }

    /** The same for other organisations on another channel. */
    public FabricSettings withChannel(String name, List<MemberSettings> organisations) {
        return new FabricSettings(
                folder, binaries, name, organisations, consensus, orderers, chaincodes, peerSettings, containers);
    }

    /** The same with other code on it. */
    FabricSettings withChaincodes(List<ChaincodeSettings> replacement) {
        return new FabricSettings(
                folder, binaries, channel, members, consensus, orderers, replacement, peerSettings, containers);
    }

    /** The same with other settings of the peers. */
    public FabricSettings withPeerSettings(SortedMap<String, String> replacement) {
        return new FabricSettings(
                folder, binaries, channel, members, consensus, orderers, chaincodes, replacement, containers);
    }

    /** The same in containers of these images, or as plain processes. */
    public FabricSettings withContainers(Optional<Images> images) {
        return new FabricSettings(
                folder, binaries, channel, members, consensus, orderers, chaincodes, peerSettings, images);
    }
}
