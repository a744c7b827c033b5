package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.node.NodeEnvironment;
import io.provenant.network.fabric.node.PeerPlace;
import java.util.ArrayList;
import java.util.List;

/** The program {@code peer} as an organisation's admin runs it against its own peer. */
final class PeerCommands {

    private final FabricBinaries binaries;
    private final PeerPlace peer;

    PeerCommands(FabricBinaries binaries, PeerPlace peer) {
        this.binaries = binaries;
        this.peer = peer;
    }

    String run(List<String> arguments) {
        return Command.run(command(arguments), NodeEnvironment.admin(binaries, peer));
    }

    Command.Result attempt(List<String> arguments) {
        return Command.attempt(command(arguments), NodeEnvironment.admin(binaries, peer));
    }

    PeerPlace peer() {
        return peer;
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(binaries.program("peer").toString()));
        command.addAll(arguments);
        return command;
    }
}
