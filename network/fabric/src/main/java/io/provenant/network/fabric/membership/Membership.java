package io.provenant.network.fabric.membership;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.NetworkKeeper;
import io.provenant.network.fabric.Quorum;
import io.provenant.network.fabric.Voice;
import io.provenant.network.fabric.channel.ChannelBlock;
import io.provenant.network.fabric.channel.Lifecycle;
import io.provenant.network.fabric.channel.PeerChannel;
import io.provenant.network.fabric.node.NetworkFile;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeIdentities;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Has organisations join a channel that is up, and leave it. Each step is one that a second run finds done: what was
 * interrupted is finished by asking again.
 */
public final class Membership {

    private final FabricSettings founding;
    private final NetworkKeeper keeper;

    /**
     * The membership of a network.
     *
     * @param founding the settings that it was brought up with
     * @param keeper whoever holds it up
     */
    public Membership(FabricSettings founding, NetworkKeeper keeper) {
        this.founding = founding;
        this.keeper = keeper;
    }

    /** Has an organisation join, signed for by the admins of these; returns once its gateway can have all endorsed. */
    public void add(MemberSettings member, List<String> signers) {
        add(member, signers, member.voice() != Voice.NONE);
    }

    /**
     * The same, where its joining may be a next definition of the chaincodes, too.
     *
     * @param isRedefined whether all organisations agree on a next definition, because the endorsement policy or the
     *     collections name the new one
     */
    public void add(MemberSettings member, List<String> signers, boolean isRedefined) {
        NetworkFile file = NetworkFile.require(founding);
        file.requireNobodyLeaves();
        requireNew(file, member);
        List<MemberSettings> members = new ArrayList<>(file.members());
        members.remove(member); // where it was interrupted before
        members.add(member);
        NetworkPlan plan = NetworkPlan.of(founding, members);
        CollectionMembers.require(plan.settings());
        new NodeIdentities(Clock.systemUTC()).member(plan.peer(member.mspId()));
        changeChannel(plan, member, signers);
        file.joining(member);
        keeper.follow();
        if (member.hasPeer()) {
            bring(plan, member, !isRedefined);
        }
        if (isRedefined) {
            redefine(plan);
        }
        keeper.awaitReadiness();
        file.joined(member);
    }

    /** Has an organisation leave, signed for by the admins of these. Its keys and its peer's ledger stay on its disk. */
    public void remove(String mspId, List<String> signers) {
        remove(mspId, signers, false);
    }

    /**
     * The same, where its leaving may be a next definition of the chaincodes, too. That comes first: a definition that
     * names an organisation which is no member any more can never be replaced.
     *
     * @param isRedefined whether all others agree on a next definition even if it had no voice, because the collections
     *     name it no more
     */
    public void remove(String mspId, List<String> signers, boolean isRedefined) {
        NetworkFile file = NetworkFile.require(founding);
        MemberSettings member = file.joined().stream()
                .filter(joined -> joined.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new FabricException(mspId + " is no member that joined; those are "
                        + file.joined().stream().map(MemberSettings::mspId).toList()
                        + "\nnext: founders stand in the first block and stay"));
        List<MemberSettings> members = new ArrayList<>(file.members());
        members.remove(member);
        NetworkPlan plan = NetworkPlan.of(founding, members);
        CollectionMembers.require(plan.settings());
        List<PeerPlace> signing = places(NetworkPlan.of(founding), signers);
        ConfigUpdate update = new ConfigUpdate(plan);
        ChannelConfig before = update.fetch(plan.peers().get(0));
        if (before.has(mspId)) {
            if (isRedefined || member.voice() != Voice.NONE) {
                file.leaving(member);
                redefine(plan);
            }
            ChannelConfig after = before.without(mspId);
            update.submit(
                    before,
                    member.voice() == Voice.NONE ? after : after.withQuorumOf(wanted(plan)),
                    signing,
                    "take " + mspId + " off the channel");
            update.await(plan.peers(), "the leaving of " + mspId, config -> !config.has(mspId));
        }
        file.leave(mspId);
        keeper.follow();
    }

    private static void requireNew(NetworkFile file, MemberSettings member) {
        for (MemberSettings other : file.members()) {
            if (file.isJoining(other) && other.equals(member)) {
                continue;
            }
            if (other.mspId().equalsIgnoreCase(member.mspId()) || other.domain().equals(member.domain())) {
                throw new FabricException("the network has " + other.mspId() + " in the domain " + other.domain()
                        + " already\nnext: give the new organisation an MSP id and a domain of its own");
            }
        }
        // Its folder would be an orderer's, on disks that do not tell cases apart, too.
        if (member.mspId().matches("(?i)orderer[0-9]+(msp)?")) {
            throw new FabricException(member.mspId() + " is the name of an orderer\nnext: take another MSP id");
        }
    }

    private void changeChannel(NetworkPlan plan, MemberSettings member, List<String> signers) {
        String mspId = member.mspId();
        ConfigUpdate update = new ConfigUpdate(plan);
        List<PeerPlace> founders = NetworkPlan.of(founding).peers();
        ChannelConfig before = update.fetch(founders.get(0));
        ChannelConfig after = before.takingOn(member, wanted(plan));
        if (!after.equals(before)) {
            update.submit(before, after, places(plan, signers), "take " + mspId + " on the channel");
        }
        update.await(founders, "the joining of " + mspId, config -> config.has(mspId));
    }

    /** The configuration with which a channel of these members would begin. */
    private static ChannelConfig wanted(NetworkPlan plan) {
        Path folder = plan.settings().folder().resolve("channel/next");
        return ChannelConfig.read(ChannelBlock.make(plan, folder, folder.resolve("next.block")));
    }

    private void bring(NetworkPlan plan, MemberSettings member, boolean isApproved) {
        PeerPlace peer = plan.peer(member.mspId());
        PeerChannel.join(plan.settings(), peer, ChannelBlock.require(plan));
        for (ChaincodeSettings chaincode : chaincodes(plan)) {
            Services.of(peer).put(chaincode.label(), chaincode.command());
            keeper.follow();
            Lifecycle.bring(plan, peer, chaincode, isApproved);
        }
    }

    /** The endorsement policy names its organisations, so a change of who has a voice is a next definition. */
    private void redefine(NetworkPlan plan) {
        chaincodes(plan).forEach(chaincode -> Lifecycle.next(plan, chaincode));
    }

    private List<ChaincodeSettings> chaincodes(NetworkPlan plan) {
        String policy = Quorum.of(plan.settings().members()).ofPeers();
        return plan.settings().chaincodes().stream()
                .map(chaincode -> chaincode.withEndorsementPolicy(policy))
                .toList();
    }

    private static List<PeerPlace> places(NetworkPlan plan, List<String> mspIds) {
        if (mspIds.isEmpty()) {
            throw new FabricException("nobody is named who signs\nnext: name organisations whose admins sign");
        }
        return mspIds.stream()
                .map(mspId -> plan.members().stream()
                        .filter(place -> place.mspId().equals(mspId))
                        .findFirst()
                        .orElseThrow(() -> new FabricException("no organisation " + mspId + " is here to sign"
                                + "\nnext: those are "
                                + plan.members().stream().map(PeerPlace::mspId).toList())))
                .toList();
    }
}
