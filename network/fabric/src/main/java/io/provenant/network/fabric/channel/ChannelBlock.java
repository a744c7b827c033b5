package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.NodeEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The channel's first block, made once. */
public final class ChannelBlock {

    private ChannelBlock() {}

    /** The block's file; configtxgen makes it where there is none yet. */
    public static Path require(NetworkPlan plan) {
        String channel = plan.settings().channel();
        Path folder = plan.settings().folder().resolve("channel");
        Path block = folder.resolve(channel + ".block");
        if (!Files.exists(block)) {
            write(folder.resolve("configtx.yaml"), new ConfigText(plan).yaml());
            Command.run(
                    List.of(
                            plan.settings().binaries().program("configtxgen").toString(),
                            "-profile",
                            ConfigText.PROFILE,
                            "-channelID",
                            channel,
                            "-outputBlock",
                            block.toString()),
                    NodeEnvironment.tool(folder));
        }
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
