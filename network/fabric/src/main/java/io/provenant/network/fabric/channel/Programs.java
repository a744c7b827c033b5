package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NodeEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fabric's programs that speak to nobody. */
public final class Programs {

    private final FabricBinaries binaries;

    private Programs(FabricBinaries binaries) {
        this.binaries = binaries;
    }

    public static Programs of(FabricBinaries binaries) {
        return new Programs(binaries);
    }

    /** Makes a channel's first block from the profile in the folder's {@code configtx.yaml}. */
    public void makeBlock(Path folder, String channel, Path block) {
        Command.run(
                List.of(
                        binaries.program("configtxgen").toString(),
                        "-profile",
                        ConfigText.PROFILE,
                        "-channelID",
                        channel,
                        "-outputBlock",
                        block.toString()),
                NodeEnvironment.tool(folder));
    }

    /** Computes what changes between two configurations. */
    public void computeUpdate(String channel, Path original, Path updated, Path update) {
        Path program = binaries.program("configtxlator");
        if (!Files.isExecutable(program)) {
            throw new FabricException("there is no configtxlator in " + binaries.bin()
                    + "\nnext: take it from the same release archive as the other programs");
        }
        Command.run(
                List.of(
                        program.toString(),
                        "compute_update",
                        "--channel_id",
                        channel,
                        "--original",
                        original.toString(),
                        "--updated",
                        updated.toString(),
                        "--output",
                        update.toString()),
                NodeEnvironment.tool(binaries.configuration()));
    }
}
