package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChannelParticipation;
import io.provenant.network.fabric.channel.PeerChannel;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.Parallel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How nodes join the channel: each as soon as it is healthy, whatever the others do. */
record Joining(NetworkPlan plan, NodeHealth health) {

    /** Has all of them join by the channel's first block. */
    void join(Path block) {
        ChannelParticipation participation = new ChannelParticipation();
        List<Runnable> steps = new ArrayList<>();
        plan.orderers()
                .forEach(orderer -> steps.add(() -> {
                    health.await(orderer);
                    participation.join(orderer, plan.settings().channel(), block);
                    orderer.noteJoined();
                }));
        plan.peers()
                .forEach(peer -> steps.add(() -> {
                    health.await(peer);
                    PeerChannel.join(plan.settings(), peer, block);
                }));
        Parallel.each(steps, Runnable::run);
    }
}
