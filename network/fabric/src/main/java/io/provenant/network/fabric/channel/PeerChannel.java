package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.List;

/** A peer's membership of the channel. */
public final class PeerChannel {

    private PeerChannel() {}

    /**
     * Joins the channel of the block; a peer that has joined it already is left as it is. One that joined and could not
     * note it any more says so.
     */
    public static void join(FabricSettings settings, PeerPlace peer, Path block) {
        if (peer.hasJoined()) {
            return;
        }
        Command.Result result =
                new PeerCommands(settings.binaries(), peer).attempt(List.of("channel", "join", "-b", block.toString()));
        if (result.status() != 0
                && !result.output()
                        .contains("ledger [" + settings.channel() + "] already exists with state [ACTIVE]")) {
            throw Refusal.of("have " + peer.name() + " join " + settings.channel(), result);
        }
        peer.noteJoined();
    }
}
