package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NetworkPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The channel's first block, made once. */
public final class ChannelBlock {

    private ChannelBlock() {}

    /** The block's file; configtxgen makes it where there is none yet. */
    public static Path require(NetworkPlan plan) {
        Path block = plan.block();
        return Files.exists(block) ? block : make(plan, plan.settings().folder().resolve("channel"), block);
    }

    /** The block with which a channel of the plan's members would begin, made anew. */
    public static Path make(NetworkPlan plan, Path folder, Path block) {
        write(folder.resolve("configtx.yaml"), new ConfigText(plan).yaml());
        Programs.of(plan.settings().binaries())
                .makeBlock(folder, plan.settings().channel(), block);
        return block;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FabricException("cannot write " + file, e);
        }
    }
}
