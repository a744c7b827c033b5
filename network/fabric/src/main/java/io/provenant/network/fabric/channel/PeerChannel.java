package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.List;

/** A peer's membership of the channel. */
public final class PeerChannel {

    private PeerChannel() {}

    /** Joins the channel of the block; a peer that has joined it already is left as it is. */
    public static void join(FabricSettings settings, PeerPlace peer, Path block) {
        PeerCommands commands = new PeerCommands(settings.binaries(), peer);
        boolean hasJoined =
                commands.run(List.of("channel", "list")).lines().anyMatch(line -> line.equals(settings.channel()));
        if (!hasJoined) {
            commands.run(List.of("channel", "join", "-b", block.toString()));
        }
        peer.noteJoined();
    }
}
